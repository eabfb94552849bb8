package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.launch.Attach;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A process that is still to start; it is looked for again and again, in turns with whatever else the session thread has to do. */
public final class AwaitedProcess {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);

    private final Attach attach;
    private final Supplier<CompletableFuture<OptionalLong>> search;
    private final SessionThread thread;
    private final Consumer<String> tell;
    private final CompletableFuture<Long> started = new CompletableFuture<>();

    /** {@code search} looks for it once, and the first time for those that are there already; {@code tell} gets what the user is to know. */
    AwaitedProcess(
            Attach attach,
            Supplier<CompletableFuture<OptionalLong>> search,
            SessionThread thread,
            Consumer<String> tell) {
        this.attach = attach;
        this.search = search;
        this.thread = thread;
        this.tell = tell;
    }

    /** Completed when it is known which processes are there already. */
    public CompletableFuture<?> others() {
        return search.get();
    }

    /** Begins to look, and tells the user. Completed on the session thread with its number; fails when it was not started in time. */
    public CompletableFuture<Long> started() {
        tell.accept(attach.waiting());
        look(System.nanoTime() + attach.patience().toNanos());
        return started;
    }

    /** Nobody waits for it any more. */
    public void giveUp() {
        started.cancel(false);
    }

    private void look(long deadline) {
        if (started.isDone()) {
            return;
        }
        try {
            search.get().whenComplete((found, failure) -> thread.post(() -> looked(found, failure, deadline)));
        } catch (RuntimeException failed) {
            started.completeExceptionally(failed);
        }
    }

    private void looked(OptionalLong found, Throwable failure, long deadline) {
        if (failure != null) {
            started.completeExceptionally(failure);
        } else if (found.isPresent()) {
            started.complete(found.getAsLong());
        } else if (System.nanoTime() < deadline) {
            thread.postLater(BETWEEN_LOOKS, () -> look(deadline));
        } else {
            started.completeExceptionally(attach.notStarted());
        }
    }
}
