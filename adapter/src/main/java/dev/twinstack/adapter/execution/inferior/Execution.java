package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;

/** What makes the program run or stand: all threads together or, in non-stop mode, each for itself. */
public final class Execution {
    private final Recording recording;
    private final Events events;
    private final StopSignal stopSignal;
    private final Inferior inferior;
    private final Termination termination;
    private final Standing standing = new Standing();
    private final ProgramLife program = new ProgramLife(standing);
    private final NonStop nonStop;
    private final UnseenStops unseenStops;
    private final Pauses pauses;
    private final UntoldStops untoldStops = new UntoldStops();
    private final Resumes resumes;
    /** Whether what GDB tells of threads is still about a program that was ended for a restart. */
    private boolean isOfAnother;

    public Execution(Gdb gdb, Helpers helpers, SessionThread thread, Events events) {
        this.recording = new Recording(helpers, thread, events);
        this.events = events;
        InferiorOperations operations = new InferiorOperations(helpers);
        this.stopSignal = new StopSignal(operations);
        this.resumes = new Resumes(gdb, recording, program, standing, untoldStops);
        this.inferior = new Inferior(gdb, operations, resumes, program, standing, recording, stopSignal);
        this.termination = new Termination(gdb, operations, resumes, program, recording, inferior);
        this.pauses = new Pauses(standing, program, inferior);
        this.nonStop = new NonStop(gdb, standing, events);
        this.unseenStops = new UnseenStops(gdb, resumes, program, inferior, stopSignal, pauses);
    }

    /** The program as every concern may ask about it. */
    public ProgramState program() {
        return program;
    }

    /** The process that runs or stands. */
    public Inferior inferior() {
        return inferior;
    }

    /** How the program is asked to end, or ended. */
    public Termination termination() {
        return termination;
    }

    public Pauses pauses() {
        return pauses;
    }

    /** Whether each thread stands and runs for itself. */
    public NonStop nonStop() {
        return nonStop;
    }

    /** Short stops of the program that no client sees. */
    public UnseenStops unseenStops() {
        return unseenStops;
    }

    /** The program's own stops that come while it is at work for the debugger. */
    public UntoldStops untoldStops() {
        return untoldStops;
    }

    /** What GDB has recorded of the program. */
    public Recording recording() {
        return recording;
    }

    /** Starts the program. */
    public void run() {
        resumes.begin(MiCommand.of("-exec-run"));
    }

    /** The program is a process of that number now. */
    public void started(long pid) {
        inferior.started(pid);
        termination.started();
    }

    /** The program is a core file, whose thread of that number ended it. */
    public void openCore(int thread) {
        program.openCore(thread);
    }

    /** All threads run on. */
    public void continueAll() {
        program.requireResumable();
        if (untoldStops.areNext()) {
            resumes.resumed(Standing.ALL, Resume.CONTINUE);
        } else {
            runOn();
        }
    }

    /** In non-stop mode: that thread alone runs on. */
    public void continueThread(int thread) {
        program.requireResumable(thread);
        resumes.resume(thread, Resume.continuing(thread));
    }

    /** All threads go back to where something stops them. */
    public void continueBackwards() {
        program.requireResumable();
        resumes.resume(Standing.ALL, Resume.CONTINUE_BACKWARDS);
    }

    /** As {@link #step}, back along the recording. */
    public void stepBackwards(int thread, MiCommand command) {
        program.requireResumable(thread);
        resumes.resume(thread, Resume.stepBack(command));
    }

    /** Lets one thread step as {@code command} says while the others run: freezing them would freeze the holder of the GIL. */
    public void step(int thread, MiCommand command) {
        step(thread, Resume.step(command));
    }

    /** As {@link #step}, for a step whose end Python sees, and not GDB. */
    public void stepInPython(int thread) {
        step(thread, Resume.PYTHON_STEP);
    }

    private void step(int thread, Resume how) {
        program.requireResumable(thread);
        if (untoldStops.areNext()) {
            resumes.resumed(thread, how);
        } else {
            resumes.resume(thread, how);
        }
    }

    /**
     * GDB says that a thread runs, or all do (MI: {@code *running}). The client is told only when no request asked for it, and no action waits for the program
     * to stand.
     */
    public void running(int thread) {
        if (isOfAnother) {
            return;
        }
        boolean stood = program.stood(thread);
        if (stood) {
            resumes.resumed(thread, Resume.CONTINUE);
        }
        program.runs(thread);
        if (stood && !inferior.isAwaited()) {
            events.continued(program.shownFor(thread), !standing.isNonStop());
        }
    }

    /** The program stands. Returns whether nobody is to be told, because an action waited for the stop, or because the program runs on already. */
    public boolean stopped(int thread, String signal) {
        program.stopped(thread);
        recording.stands();
        boolean ours = stopSignal.take(signal);
        if (inferior.takeStop()) {
            return true;
        }
        if (ours && pauses.isNone()) { // the pause was answered by another stop
            return goesOn(thread);
        }
        return false;
    }

    /** Lets the program go on from a stop that nobody is to see; returns whether it does. GDB refuses when the program runs, or has ended, by now; its records of that follow. */
    private boolean goesOn(int thread) {
        Resume how = resumes.lastOf(thread);
        try {
            resumes.resume(thread, how);
        } catch (MiErrorException refused) {
            if (inferior.stands()) {
                return false;
            }
            resumes.resumed(thread, how);
        }
        return true;
    }

    /** A thread stands elsewhere now, although it has not run. */
    public void movedTo(int thread) {
        program.show(thread);
        program.forget(standing.with(thread));
    }

    /** Whether the program, or that thread of it, was made to run by a step. */
    public boolean isStepping(int thread) {
        return resumes.lastOf(thread).isStep();
    }

    /** The thread for which the last step was begun. */
    public int steppingThread() {
        return resumes.steppingThread();
    }

    /** Whether a step of GDB's is under way, and not one of Python's. */
    public boolean isSteppingInC() {
        return resumes.isSteppingInC();
    }

    /** A command was typed in the debug console that makes the program run, forwards or backwards. */
    public void typed(boolean backwards) {
        recording.resuming(backwards);
    }

    /** A thread has ended, which no stop can be told of any more. */
    public void threadEnded(int thread) {
        pauses.ended(thread);
        standing.ended(thread);
        resumes.forget(thread);
        if (standing.isNonStop()) {
            inferior.takeStop();
        }
    }

    /** The program is gone. Returns whether nobody is to be told, because an action waited for it. */
    public boolean ended() {
        program.ended();
        return inferior.takeEnd();
    }

    /** Whether to pass over what GDB tells of threads: what waits in the mailbox is then about a program that was ended for a restart. */
    public void passOver(boolean toldOfAnother) {
        isOfAnother = toldOfAnother;
    }

    public boolean isOfAnother() {
        return isOfAnother;
    }

    /** Back to the beginning: there is no program, and none was asked for. */
    public void reset() {
        resumes.forget(Standing.ALL);
        pauses.clear();
        untoldStops.reset();
        recording.stopped();
        stopSignal.reset();
        inferior.reset();
        termination.reset();
        program.reset();
    }

    /** Whether a request made the program run, and GDB was sent nothing since. */
    public boolean isUndisturbed() {
        return resumes.isUndisturbed();
    }

    /** Lets the program run on although no request asks for it. */
    public void runOn() {
        resumes.runOn();
    }

    /** Forgets what is known of the stop: the program stands elsewhere, although it was not seen to run. */
    public void forget() {
        program.forget(Standing.ALL);
    }
}
