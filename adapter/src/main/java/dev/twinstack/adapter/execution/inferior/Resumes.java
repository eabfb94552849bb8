package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.program.ByThread;
import dev.twinstack.mi.MiCommand;

/** Makes the program run, all threads together or, in non-stop mode, each for itself, and knows how each was made to run last. */
final class Resumes {
    private final Gdb gdb;
    private final Recording recording;
    private final ProgramLife program;
    private final Standing standing;
    private final UntoldStops untoldStops;
    /** All threads together unless in non-stop mode. */
    private final ByThread<Resume> last = new ByThread<>();

    private int steppingThread;
    /** {@link Gdb#sent} when a request had made the program run. */
    private long sentAtResume;

    Resumes(Gdb gdb, Recording recording, ProgramLife program, Standing standing, UntoldStops untoldStops) {
        this.gdb = gdb;
        this.recording = recording;
        this.program = program;
        this.standing = standing;
        this.untoldStops = untoldStops;
    }

    /**
     * Sends the command, and notes that the program runs only when GDB has taken it. GDB's records of the run are handled after this. Where a
     * disconnect gives up the wait for GDB's answer, GDB takes the command all the same.
     */
    void resume(int thread, Resume how) {
        recording.resuming(how.isBackwards());
        try {
            gdb.ask(how.command());
        } catch (UserError unheard) {
            if (gdb.isLeaving()) {
                resumed(thread, how);
            }
            throw unheard;
        }
        sentAtResume = gdb.sent();
        resumed(thread, how);
    }

    /** Whether a request made the program run, and GDB was sent nothing since. */
    boolean isUndisturbed() {
        return gdb.sent() == sentAtResume;
    }

    /** A thread, or the program, runs by that command. */
    void resumed(int thread, Resume how) {
        int which = standing.with(thread);
        untoldStops.begun();
        last.forget(which);
        last.put(which, how);
        steppingThread = how.isStep() ? thread : steppingThread;
        program.resumed(which);
    }

    /** Starts the program, or lets it run on, by a command after which it runs as by {@code continue}. */
    void begin(MiCommand command) {
        resume(Standing.ALL, Resume.by(command));
        last.put(Standing.ALL, Resume.CONTINUE);
    }

    /** Lets the program run on although no request asks for it. */
    void runOn() {
        resume(Standing.ALL, standing.isNonStop() ? Resume.CONTINUE_ALL : Resume.CONTINUE);
    }

    /** Lets the program run on with that signal. */
    void signal(String name) {
        begin(MiCommand.console("signal " + name + "&"));
    }

    /** Lets that thread alone run on with a signal. */
    void signal(int thread, String name) {
        resume(
                thread,
                Resume.by(MiCommand.of("-interpreter-exec")
                        .option("--thread", Integer.toString(thread))
                        .option("console")
                        .parameter("signal " + name + "&")));
    }

    /** How that thread was made to run last. */
    Resume lastOf(int thread) {
        return last.of(standing.with(thread)).or(() -> last.of(Standing.ALL)).orElse(Resume.CONTINUE);
    }

    /** The thread for which the last step was begun. */
    int steppingThread() {
        return steppingThread;
    }

    /** Whether a step of GDB's is under way, and not one of Python's. */
    boolean isSteppingInC() {
        Resume how = lastOf(Standing.ALL);
        return how.isStep() && how != Resume.PYTHON_STEP;
    }

    /** A thread has ended, or all of them ({@link Standing#ALL}). */
    void forget(int thread) {
        last.forget(thread);
    }
}
