package dev.twinstack.adapter.dap;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox of a session and the one thread that empties it. Requests, GDB's records and continuations run here one at a time in the
 * order in which they came, so that no state of a session needs a lock.
 *
 * <p>A request's response is written before its task returns; what was handed to {@link #afterResponse} runs right behind it, before the
 * next message. That is how an event never overtakes the response of the request that caused it.
 */
public final class SessionThread {
    private static final Logger LOG = LoggerFactory.getLogger(SessionThread.class);
    /** How long tasks that may run at any time are run in the midst of a message, and how soon one has to follow another. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long AT_ONCE_MILLIS = 2;

    private final BlockingDeque<Runnable> mailbox = new LinkedBlockingDeque<>();
    private final BlockingQueue<Runnable> anytime = new LinkedBlockingQueue<>();
    private final Deque<Runnable> afterResponse = new ArrayDeque<>();
    private boolean ended;

    /** Runs messages on the calling thread until {@link #end}. */
    public void run() throws InterruptedException {
        while (!ended) {
            perform(mailbox.takeFirst());
            while (!afterResponse.isEmpty()) {
                perform(afterResponse.removeFirst());
            }
        }
    }

    /** Queues {@code task} behind what is already there; from any thread. */
    public void post(Runnable task) {
        mailbox.addLast(task);
    }

    /** As {@link #post}, for a task that may also be run in the midst of a message that waits ({@link #meanwhile}); from any thread. */
    public void postAnytime(Runnable task) {
        anytime.add(task);
        post(() -> {
            Runnable next = anytime.poll();
            if (next != null) {
                perform(next);
            }
        });
    }

    /** Runs those tasks as long as one follows the other at once, for a moment at most; from the session thread, where that waits. */
    public void meanwhile() {
        long since = System.nanoTime();
        try {
            Runnable task = anytime.poll();
            while (task != null) {
                perform(task);
                boolean isOver = System.nanoTime() - since > MOMENT_NANOS;
                task = isOver ? null : anytime.poll(AT_ONCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Queues {@code task} when that time has passed; from any thread. */
    public void postLater(Duration time, Runnable task) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> post(task));
    }

    /** Queues {@code task} before everything that waits; from any thread. */
    public void postFirst(Runnable task) {
        mailbox.addFirst(task);
    }

    /** Runs {@code task} behind the response of the request being handled; from the session thread. */
    public void afterResponse(Runnable task) {
        afterResponse.addLast(task);
    }

    /** Lets {@link #run} return once the current message and what follows its response are done; from the session thread. */
    public void end() {
        ended = true;
    }

    private void perform(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.error("A message could not be handled because of a defect in Twinstack", bug);
        }
    }
}
