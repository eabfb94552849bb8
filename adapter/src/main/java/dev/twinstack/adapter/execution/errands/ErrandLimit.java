package dev.twinstack.adapter.execution.errands;

import java.util.concurrent.TimeUnit;

/** How long one errand may take in all. The helpers bound each of its runs; only this bounds their number. */
final class ErrandLimit {
    /** How much longer than its longest run an errand may take. */
    private static final long MARGIN_NANOS = TimeUnit.SECONDS.toNanos(15);
    /** How long it may go on once somebody waits for its end. */
    private static final long HURRY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final long begun = System.nanoTime();
    private long longest;
    private long hurried;

    /** Whether there is no time left for a further run. */
    boolean isOver(Errands.Run next, boolean isHurried) {
        long now = System.nanoTime();
        longest = Math.max(longest, TimeUnit.MILLISECONDS.toNanos(next.within()));
        if (isHurried && hurried == 0) {
            hurried = now;
        }
        return now - begun > longest + MARGIN_NANOS || hurried != 0 && now - hurried > HURRY_NANOS;
    }
}
