package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.attach.AttachCheck;
import dev.twinstack.adapter.process.StoppedProcess;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Children on this machine, which the adapter sees itself. */
final class LocalChildren implements HeldChildren {
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
}
