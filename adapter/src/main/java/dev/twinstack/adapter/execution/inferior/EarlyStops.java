package dev.twinstack.adapter.execution.inferior;

import java.util.ArrayList;
import java.util.List;

/** The program's own stops that come while the client still configures the session. They are told when that is done, so that the program does not run away from them. */
public final class EarlyStops {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean hasBegun;

    /** The configuration is done: tells of the stops that wait. Returns whether there were any. */
    public boolean tell() {
        hasBegun = true;
        boolean any = !waiting.isEmpty();
        waiting.forEach(Runnable::run);
        waiting.clear();
        return any;
    }

    /** The program has a stop of its own, of which {@code tells} tells the user: now, or when the configuration is done. */
    public void met(Runnable tells) {
        if (hasBegun) {
            tells.run();
        } else {
            waiting.add(tells);
        }
    }

    /** The program was resumed for its user. */
    void begun() {
        hasBegun = true;
    }

    /** There is no program any more. */
    void reset() {
        waiting.clear();
        hasBegun = false;
    }
}
