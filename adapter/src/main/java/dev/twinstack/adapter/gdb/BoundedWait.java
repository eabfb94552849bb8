package dev.twinstack.adapter.gdb;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A wait of the session thread.
 *
 * @param patience how long it may take
 * @param meanwhile what is done again and again while it lasts
 */
record BoundedWait(Duration patience, Runnable meanwhile) {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** This wait, in which {@code action} is run once when it has lasted for {@code time}; it begins now. */
    BoundedWait after(Duration time, Runnable action) {
        AtomicReference<Runnable> next = new AtomicReference<>(action);
        long since = System.nanoTime();
        return new BoundedWait(patience, () -> {
            meanwhile.run();
            if (System.nanoTime() - since >= time.toNanos()) {
                next.getAndSet(() -> {}).run();
            }
        });
    }

    /** As {@link CompletableFuture#get(long, TimeUnit)}. */
    <T> T get(CompletableFuture<T> reply) throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long left = Math.max(0, deadline - System.nanoTime());
            try {
                return reply.get(Math.min(left, SLICE_NANOS), TimeUnit.NANOSECONDS);
            } catch (TimeoutException notYet) {
                if (left <= SLICE_NANOS) {
                    throw notYet;
                }
                meanwhile.run();
            }
        }
    }
}
