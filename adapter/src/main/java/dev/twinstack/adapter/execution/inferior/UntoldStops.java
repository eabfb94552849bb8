package dev.twinstack.adapter.execution.inferior;

import java.util.ArrayList;
import java.util.List;

/**
 * The program's own stops that come while it is at work for the debugger. They are told next; while the client still configures the session, when that is done,
 * so that the program does not run away from them.
 */
public final class UntoldStops {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean hasBegun;
    private boolean isNext;

    /** The configuration is done: tells of the stops that wait. Returns whether there were any. */
    public boolean tell() {
        hasBegun = true;
        boolean any = !waiting.isEmpty();
        waiting.forEach(this::hand);
        waiting.clear();
        return any;
    }

    /** The program has a stop of its own, of which {@code tells}, handed to the mailbox, tells the user: now, or when the configuration is done. */
    public void met(Runnable tells) {
        if (hasBegun) {
            hand(tells);
        } else {
            waiting.add(tells);
        }
    }

    private void hand(Runnable tells) {
        isNext = true;
        tells.run();
    }

    /** A stop's turn in the mailbox has come. */
    public void told() {
        isNext = false;
    }

    /**
     * Whether one waits in the mailbox: whatever resumes the program before has come to that stop already. It is of no one thread, as all of them stand and run
     * together: nothing is done for Python in non-stop mode.
     */
    boolean areNext() {
        return isNext;
    }

    /** The program was resumed for its user. */
    void begun() {
        hasBegun = true;
    }

    /** There is no program any more. */
    void reset() {
        waiting.clear();
        hasBegun = false;
        isNext = false;
    }
}
