package dev.twinstack.adapter.execution.inferior;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The pauses that the client has asked for and that no stop has answered yet: one for all threads or, in non-stop mode, one for each. */
final class Pauses {
    /** Any thread will do. */
    private static final int ANY = 0;

    private final Standing standing;
    /** The thread to be told as paused, by {@link Standing#with}. */
    private final Map<Integer, Integer> asked = new HashMap<>();

    Pauses(Standing standing) {
        this.standing = standing;
    }

    /** {@code thread}: 0 for whichever it is. */
    void ask(int thread) {
        asked.put(standing.with(thread), thread);
    }

    boolean isNone() {
        return asked.isEmpty();
    }

    /** Takes the pause that a stop of {@code thread} answers; returns the thread that is told as paused: the one that the client named, whichever has stopped. */
    OptionalInt answer(int thread) {
        Integer named = asked.remove(standing.with(thread));
        return named == null ? OptionalInt.empty() : OptionalInt.of(named == ANY ? thread : named);
    }

    /** No stop can be told of a thread that has ended. */
    void ended(int thread) {
        if (standing.isNonStop()) {
            asked.remove(thread);
        } else {
            asked.replaceAll((all, named) -> named == thread ? ANY : named);
        }
    }

    void clear() {
        asked.clear();
    }
}
