package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.program.ProgramState;

/** Stops of a running program that no client sees, in which is done what has waited for one; it runs on behind them as it ran. */
public final class UnseenStops {
    private final Gdb gdb;
    private final Execution execution;
    private final ProgramState program;
    private final Inferior inferior;
    private final StopSignal stopSignal;
    private final Pauses pauses;

    UnseenStops(
            Gdb gdb,
            Execution execution,
            ProgramState program,
            Inferior inferior,
            StopSignal stopSignal,
            Pauses pauses) {
        this.gdb = gdb;
        this.execution = execution;
        this.program = program;
        this.inferior = inferior;
        this.stopSignal = stopSignal;
        this.pauses = pauses;
    }

    /**
     * Makes the running program stand for a moment. During a step in native code, which GDB would give up, the step's end is waited for instead, and
     * the next stop where they are out of reach.
     */
    public void ask() {
        if (program.isRunning() && !execution.isSteppingInC() && !areOutOfReach()) {
            inferior.interrupt();
        }
    }

    /** Whether there are none, as the program runs at the other end of a target's connection. */
    public boolean areOutOfReach() {
        return program.isRunning() && inferior.isRemote();
    }

    /** Whether nothing can be done in the program before: as far as is known, it runs. */
    public boolean areNeeded() {
        return program.isRunning();
    }

    /** Whether a stop is one that was asked for. */
    boolean isAsked(Stop stop) {
        return stop instanceof Stop.Signalled signalled && stopSignal.isOwn(signalled.signal()) && pauses.isNone();
    }

    /** The program stood so. */
    void stood(Stop stop) {
        if (stop instanceof Stop.Signalled signalled) {
            stopSignal.take(signalled.signal());
        }
    }

    /** The program runs on; a pause that the stop took away comes again. */
    void runOn() {
        gdb.ask(Resume.CONTINUE.command());
        if (!pauses.isNone() && !stopSignal.isOwed()) {
            inferior.interrupt();
        }
    }
}
