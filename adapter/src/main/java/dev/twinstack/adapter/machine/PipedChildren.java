package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.gdb.Gdb;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Children at the other end of a pipe, as GDB sees them. */
record PipedChildren(Gdb gdb, MachineOperations operations, String place) implements HeldChildren {
    private static final Logger LOG = LoggerFactory.getLogger(PipedChildren.class);

    @Override
    public Optional<String> refusal() {
        return Optional.ofNullable(operations.childrenRefused());
    }

    @Override
    public CompletableFuture<Boolean> waits(long pid) {
        return gdb.isInUse() ? operations.childWaits(pid) : CompletableFuture.completedFuture(false);
    }

    @Override
    public void resume(long pid) {
        if (gdb.isInUse()) {
            operations.resumeChild(pid, place).exceptionally(failed -> {
                LOG.warn("The child {} may stay stopped until its parent's session lets go of it", pid, failed);
                return null;
            });
        }
    }
}
