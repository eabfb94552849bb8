package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.debug.Thread;
import org.eclipse.lsp4j.debug.ThreadsResponse;

/** The program's threads: as they stand, and by their last known names while the program runs. */
public final class Threads {
    private final ThreadOperations operations;
    private final Execution execution;
    private final ProgramState program;
    private final Events events;
    private final Map<Integer, ThreadRow> rows = new TreeMap<>();
    /** Whether the client has asked for them since the last stop; true before the first, at which every client asks. */
    private boolean asked = true;

    public Threads(Helpers helpers, Execution execution, Events events) {
        this.operations = new ThreadOperations(helpers);
        this.execution = execution;
        this.program = execution.program();
        this.events = events;
    }

    /** {@code running}: whether the program runs, and nobody knows what the threads do; {@code reason}: why no thread is known to be Python's, or null. */
    public record Rows(List<ThreadRow> threads, boolean running, String reason) {}

    public ThreadsResponse threads() {
        asked = true;
        read();
        Set<String> shared = sharedNames();
        ThreadsResponse response = new ThreadsResponse();
        response.setThreads(
                rows.values().stream().map(row -> shown(row, shared)).toArray(Thread[]::new));
        return response;
    }

    /** The custom request {@code twinstack.threads}: the same as data. */
    Rows rows() {
        String reason = read();
        return new Rows(List.copyOf(rows.values()), !program.isStopped(), reason);
    }

    /** Has GDB begin on what {@link #threads} is to answer, while the program stands. */
    public void expect() {
        operations.expectThreads();
    }

    /** The same at a new stop, where the client has asked at the last one. */
    public void expectAgain() {
        if (asked) {
            asked = false;
            expect();
        }
    }

    /** MI: {@code =thread-created}. */
    public void created(int id) {
        rows.put(id, new ThreadRow(id, "Thread " + id, 0, null, null, false));
        events.thread("started", id);
    }

    /** MI: {@code =thread-exited}. */
    public void exited(int id) {
        rows.remove(id);
        execution.threadEnded(id);
        events.thread("exited", id);
    }

    /** Whether a thread of that number is known. */
    boolean has(int id) {
        return rows.containsKey(id);
    }

    /** Reads the threads, while the program stands; returns why no thread is known to be Python's, or null. */
    private String read() {
        if (!program.isStopped()) {
            rows.replaceAll((id, row) -> row.running());
            return "The program is running.";
        }
        ThreadOperations.ThreadsAnswer answer = operations.threads();
        Map<Integer, ThreadRow> known = Map.copyOf(rows);
        rows.clear();
        answer.threads().forEach(told -> rows.put(told.id(), ThreadRow.of(told, known.get(told.id()))));
        return answer.reason();
    }

    /** The names that several threads have: a thread of native code has the name of its program unless it is given another. */
    private Set<String> sharedNames() {
        Set<String> seen = new HashSet<>();
        return rows.values().stream()
                .map(ThreadRow::name)
                .filter(name -> !seen.add(name))
                .collect(Collectors.toSet());
    }

    private static Thread shown(ThreadRow row, Set<String> shared) {
        Thread thread = new Thread();
        thread.setId(row.id());
        thread.setName(row.label(!shared.contains(row.name())));
        return thread;
    }
}
