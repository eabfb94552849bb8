package dev.twinstack.adapter.execution.inferior;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** DAP: pause. Knows the pauses that no stop has answered yet: one for all threads or, in non-stop mode, one for each. */
public final class Pauses {
    /** Any thread will do. */
    private static final int ANY = 0;

    private final Standing standing;
    private final ProgramLife program;
    private final Inferior inferior;
    /** The thread to be told as paused, by {@link Standing#with}. */
    private final Map<Integer, Integer> asked = new HashMap<>();

    Pauses(Standing standing, ProgramLife program, Inferior inferior) {
        this.standing = standing;
        this.program = program;
        this.inferior = inferior;
    }

    /**
     * Stops the running program, or in non-stop mode that thread alone; the stop that follows is told as a pause of that thread, 0 for
     * any. Does nothing when it stands already.
     */
    public void ask(int thread) {
        program.requireProcess();
        program.requireAlive();
        if (!standing.has(thread)) {
            if (standing.isNonStop()) {
                inferior.interrupt(thread);
            } else {
                inferior.interrupt();
            }
            asked.put(standing.with(thread), thread);
        }
    }

    boolean isNone() {
        return asked.isEmpty();
    }

    /**
     * Takes the pause that a stop of {@code thread} answers; returns the thread that is told as paused: the one that the client named, whichever has stopped. Empty
     * when no pause was asked for since the last stop.
     */
    public OptionalInt answer(int thread) {
        Integer named = asked.remove(standing.with(thread));
        return named == null ? OptionalInt.empty() : OptionalInt.of(named == ANY ? thread : named);
    }

    /** The client is told of a pause of that thread, which it has named. */
    public void told(int thread) {
        program.show(thread);
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
