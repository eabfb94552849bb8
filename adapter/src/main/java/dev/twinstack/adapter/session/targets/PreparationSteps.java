package dev.twinstack.adapter.session.targets;

import java.util.concurrent.CompletableFuture;

/**
 * The steps of {@link Target#prepare} that wait for answers. The first one that fails ends them, and none is taken once they are given up. On the session
 * thread.
 */
final class PreparationSteps {
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** Completed by {@link #done}; fails with the reason when a step has failed. */
    CompletableFuture<Void> end() {
        return end;
    }

    /** Takes the next step, behind an answer that has failed for that reason or, if it is null, has not. */
    void next(Throwable failure, Runnable step) {
        if (failure != null) {
            fail(failure);
        } else {
            next(step);
        }
    }

    /** Takes the next step. */
    void next(Runnable step) {
        if (!end.isDone()) {
            try {
                step.run();
            } catch (RuntimeException failed) {
                fail(failed);
            }
        }
    }

    /** The last step was taken. */
    void done() {
        end.complete(null);
    }

    void fail(Throwable reason) {
        end.completeExceptionally(reason);
    }

    /** Nobody waits for the end any more. */
    void giveUp() {
        end.cancel(false);
    }
}
