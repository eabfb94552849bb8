package dev.twinstack.adapter.gdb;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A wait of the session thread.
 *
 * @param patience how long it may take
 * @param meanwhile what is done again and again while it lasts
 */
record BoundedWait(Duration patience, Runnable meanwhile) {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

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
