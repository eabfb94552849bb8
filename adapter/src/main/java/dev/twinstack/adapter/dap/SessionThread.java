package dev.twinstack.adapter.dap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
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

    private final BlockingDeque<Runnable> mailbox = new LinkedBlockingDeque<>();
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
