package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.attach.AttachCheck;
import dev.twinstack.adapter.process.StoppedProcess;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Children on this machine, which the adapter sees itself. */
final class LocalChildren implements HeldChildren {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 20;

    @Override
    public Optional<String> refusal() {
        return AttachCheck.refusalOfChildren();
    }

    @Override
    public CompletableFuture<Boolean> waits(long pid) {
        return CompletableFuture.completedFuture(AttachCheck.isLeftStopped(pid));
    }

    @Override
    public void resume(long pid) {
        StoppedProcess.resume(pid);
    }

    @Override
    public void settle(Set<Long> held) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        held.removeIf(pid -> !AttachCheck.isLeftStopped(pid));
        while (!held.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            held.removeIf(pid -> !AttachCheck.isLeftStopped(pid));
        }
        held.forEach(StoppedProcess::resume);
    }
}
