package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.program.ProgramState;

/** Short stops of a running program that no client sees. What can only be done while the program stands is done in them; then it runs on as before. */
public final class UnseenStops {
    private final Gdb gdb;
    private final Resumes resumes;
    private final ProgramState program;
    private final Inferior inferior;
    private final StopSignal stopSignal;
    private final Pauses pauses;

    UnseenStops(
            Gdb gdb, Resumes resumes, ProgramState program, Inferior inferior, StopSignal stopSignal, Pauses pauses) {
        this.gdb = gdb;
        this.resumes = resumes;
        this.program = program;
        this.inferior = inferior;
        this.stopSignal = stopSignal;
        this.pauses = pauses;
    }

    /**
     * Makes the running program stand for a moment. Not during a step in native code, which GDB would give up, and not when it is out of reach: what waits is then
     * done at the end of the step, or at the next stop.
     */
    public void ask() {
        if (program.isRunning() && !resumes.isSteppingInC() && !areOutOfReach()) {
            inferior.interrupt();
        }
    }

    /** Whether the program cannot be stopped so, because it runs at the other end of a target's connection. */
    public boolean areOutOfReach() {
        return program.isRunning() && inferior.isRemote();
    }

    /** Whether the program must be stopped so before anything can be done in it: as far as is known, it runs. */
    public boolean areNeeded() {
        return program.isRunning();
    }

    /** Whether a stop is one that was asked for. */
    public boolean isAsked(Stop stop) {
        return stop instanceof Stop.Signalled signalled && stopSignal.isOwn(signalled.signal()) && pauses.isNone();
    }

    /** The program has stopped in that way. */
    public void stood(Stop stop) {
        if (stop instanceof Stop.Signalled signalled) {
            stopSignal.take(signalled.signal());
        }
    }

    /** Lets the program run on as it ran, a step of GDB's too. If this stop has used up the signal of a pause, that is sent again. */
    public void runOn() {
        gdb.ask(resumes.lastOf(Standing.ALL).command());
        if (!pauses.isNone() && !stopSignal.isOwed()) {
            inferior.interrupt();
        }
    }
}
