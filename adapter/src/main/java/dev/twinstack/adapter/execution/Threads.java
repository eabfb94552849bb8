package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.python.Helpers.ThreadInfo;
import dev.twinstack.adapter.session.Gdb;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.lsp4j.debug.Thread;
import org.eclipse.lsp4j.debug.ThreadsResponse;

/** The program's threads: named while it stands, as last known while it runs. */
public final class Threads {
    private final Gdb gdb;
    private final Execution execution;
    private final Events events;
    private final Map<Integer, String> names = new TreeMap<>();

    public Threads(Gdb gdb, Execution execution, Events events) {
        this.gdb = gdb;
        this.execution = execution;
        this.events = events;
    }

    public ThreadsResponse threads() {
        if (execution.isStopped()) {
            names.clear();
            gdb.helpers().threads().forEach(this::learn);
        }
        ThreadsResponse response = new ThreadsResponse();
        response.setThreads(names.entrySet().stream().map(Threads::shown).toArray(Thread[]::new));
        return response;
    }

    /** MI: {@code =thread-created}. */
    public void created(int id) {
        names.put(id, "Thread " + id);
        events.thread("started", id);
    }

    /** MI: {@code =thread-exited}. */
    public void exited(int id) {
        names.remove(id);
        events.thread("exited", id);
    }

    private void learn(ThreadInfo thread) {
        names.put(thread.id(), thread.name());
    }

    private static Thread shown(Map.Entry<Integer, String> named) {
        Thread thread = new Thread();
        thread.setId(named.getKey());
        thread.setName(named.getValue());
        return thread;
    }
}
