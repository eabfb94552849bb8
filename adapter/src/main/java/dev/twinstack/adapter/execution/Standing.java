package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.client.ByThread;
import java.util.Map;
import java.util.TreeMap;

/** Which threads of the program stand: usually all of them or none (GDB: all-stop), else each for itself (GDB: non-stop). */
final class Standing {
    static final int ALL = ByThread.ALL;

    /** Whether each stands that GDB has told of, or all do. */
    private final Map<Integer, Boolean> threads = new TreeMap<>();

    private boolean nonStop;

    /** None is known yet; from now on each stands for itself, or all stand together. */
    void begin(boolean wanted) {
        nonStop = wanted;
        threads.clear();
    }

    boolean isNonStop() {
        return nonStop;
    }

    /** Who stops and runs on when that thread does: it, or {@link #ALL}. */
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
