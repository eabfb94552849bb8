package dev.twinstack.adapter.client;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import java.time.Duration;

/**
 * Shows the client the work of a request that takes longer than a moment (DAP: progressStart). One piece of work at a time; on the session thread, except
 * {@link #requestOf}.
 */
public final class Progress {
    private static final Duration MOMENT = Duration.ofMillis(700);
    private static final String GIVEN_UP = "Given up";

    private final SessionThread thread;
    private final Events events;
    private final ClientFormat format;
    private Requests requests;
    private int last;
    private volatile Work work;
    private String message;
    private boolean shown;

    /** A piece of work: the number of the request that it is done for, or null between requests; and when it began, by {@link System#nanoTime}. */
    private record Work(String id, String request, String title, long since) {}

    /** The requests on whose behalf something is done. */
    public interface Requests {
        /** The number of the request at hand, or null between requests. */
        String current();

        /** Throws {@link dev.twinstack.adapter.dap.UserError} when the client has cancelled the request at hand. */
        void check();
    }

    public Progress(SessionThread thread, Events events, ClientFormat format) {
        this.thread = thread;
        this.events = events;
        this.format = format;
    }

    /** Whom to ask which request is at hand. */
    public void connect(Requests asked) {
        requests = asked;
    }

    /** Something begins. */
    public void begin(String title) {
        work = new Work("progress-" + ++last, requests.current(), title, System.nanoTime());
        message = null;
        shown = false;
        thread.postLater(MOMENT, this::look);
    }

    /** The next part of it begins. Throws {@link dev.twinstack.adapter.dap.UserError} when the client has cancelled it. */
    public void step(String doing) {
        requests.check();
        boolean isNew = !doing.equals(message);
        message = doing;
        if (shown && isNew) {
            events.progressUpdate(work.id, doing);
        }
    }

    /** Called again and again as time goes by: tells the client of work that has taken a moment by now. */
    public void look() {
        Work now = work;
        if (now != null && !shown && format.takesProgress() && System.nanoTime() - now.since >= MOMENT.toNanos()) {
            shown = true;
            events.progressStart(now.id, now.title, message, now.request == null ? null : Integer.valueOf(now.request));
        }
    }

    /** It is done, or has failed. */
    public void end(Throwable failure) {
        if (shown) {
            events.progressEnd(work.id, failure == null ? null : GIVEN_UP);
        }
        shown = false;
        work = null;
    }

    /** The number of the request whose work has this progress id, or null; from any thread. */
    public String requestOf(String progressId) {
        Work now = work;
        return now != null && now.id.equals(progressId) ? now.request : null;
    }
}
