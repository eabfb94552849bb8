package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.program.ByThread;
import java.util.Map;
import java.util.TreeMap;

/** Which threads of the program stand: usually all of them or none (GDB: all-stop), else each for itself (GDB: non-stop). */
final class Standing {
    static final int ALL = ByThread.ALL;

    /** Whether a thread stands, for each of which GDB has told; all-stop: one entry, {@link #ALL}. */
    private final Map<Integer, Boolean> threads = new TreeMap<>();

    private boolean nonStop;

    /** Begins anew, with no thread known; {@code wanted}: in non-stop mode. */
    void begin(boolean wanted) {
        nonStop = wanted;
        threads.clear();
    }

    boolean isNonStop() {
        return nonStop;
    }

    /** What stops and runs on together with that thread: the thread itself in non-stop mode, else {@link #ALL}. */
    int with(int thread) {
        return nonStop ? thread : ALL;
    }

    void stopped(int thread) {
        threads.put(with(thread), true);
    }

    /** {@code thread}: also {@link #ALL}. */
    void runs(int thread) {
        if (with(thread) == ALL) {
            threads.replaceAll((each, stands) -> false);
        } else {
            threads.put(thread, false);
        }
    }

    /** A thread is gone. */
    void ended(int thread) {
        if (nonStop) {
            threads.remove(thread);
        }
    }

    boolean any() {
        return threads.containsValue(true);
    }

    boolean all() {
        return any() && !threads.containsValue(false);
    }

    boolean has(int thread) {
        return threads.getOrDefault(with(thread), false);
    }

    /** That thread if it stands, else any that does. */
    int nearest(int thread) {
        return has(thread)
                ? thread
                : threads.keySet().stream().filter(this::has).findFirst().orElseThrow();
    }
}
