package dev.twinstack.adapter.execution;

import java.util.ArrayList;
import java.util.List;

/** Stops of its own that a program meets while its client configures the session: told of behind that, so that none is run away from. */
public final class EarlyStops {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean hasBegun;

    /** The configuration is done. Returns whether there were any, which are told of now. */
    public boolean tell() {
        hasBegun = true;
        boolean any = !waiting.isEmpty();
        waiting.forEach(Runnable::run);
        waiting.clear();
        return any;
    }

    /** The program has stopped for a reason of its own while it stood for its user, who is to be told of it by {@code tells}. */
    void met(Runnable tells) {
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
