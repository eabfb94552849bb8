package dev.twinstack.adapter.program;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of each thread until it runs on. */
public final class ByThread<T> {
    /** Stands for all threads, in the place of one's number. */
    public static final int ALL = 0;

    private final Map<Integer, T> known = new HashMap<>();

    public void put(int thread, T what) {
        known.put(thread, what);
    }

    public Optional<T> of(int thread) {
        return Optional.ofNullable(known.get(thread));
    }

    /** That thread, or {@link #ALL}, runs on. */
    public void forget(int thread) {
        if (thread == ALL) {
            known.clear();
        }
        known.remove(thread);
    }
}
