package dev.twinstack.adapter.session.stub;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.StubServer;
import java.util.concurrent.CompletableFuture;

/** The server of GDB's remote protocol that the session has started, if it has; it is ended with the session. */
public final class StartedServer {
    private final SessionThread thread;
    private final Events events;
    private RunningServer running;
    private long spared;

    public StartedServer(SessionThread thread, Events events) {
        this.thread = thread;
        this.events = events;
    }

    /** Starts it. The result is {@link RunningServer#listening}. Throws {@link UserError}. */
    public CompletableFuture<String> start(StubServer server) {
        running = new RunningServer(thread, events, server);
        return running.listening();
    }

    /** As {@link RunningServer#runs}. */
    public void runs(long pid) {
        if (running != null) {
            running.runs(pid);
        }
    }

    /** The result is {@link RunningServer#drained}. */
    public CompletableFuture<Void> drained() {
        return running == null ? CompletableFuture.completedFuture(null) : running.drained();
    }

    /** The program of that number, which it has started, outlives it. */
    public void keep(long pid) {
        spared = pid;
    }

    /** Ends it, if it is to be ended with the session; takes a few seconds at most. */
    public void end() {
        if (running != null) {
            running.end(spared);
            running = null;
        }
    }
}
