package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.MiCommand;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.debug.ContinueResponse;

/** Whether the program runs, and what makes it run or stand. All threads run and stop together (all-stop). */
public final class Execution {
    private enum State {
        NOT_STARTED,
        RUNNING,
        STOPPED,
        /** What stands is the memory of a program that has ended. */
        CORE,
        ENDED
    }

    private final Gdb gdb;
    private final Recording recording;
    private final Events events;
    private final ExecutionOperations operations;
    private final StopSignal stopSignal;
    private final Inferior inferior;
    private final List<Runnable> onResume = new ArrayList<>();
    private State state = State.NOT_STARTED;
    private Resume last = Resume.CONTINUE;
    private int stoppedThread;
    private boolean pausing;
    /** The thread that the client wants to see paused; 0 for whichever it is. */
    private int pausedThread;

    public Execution(Gdb gdb, Helpers helpers, Recording recording, Events events) {
        this.gdb = gdb;
        this.recording = recording;
        this.events = events;
        this.operations = new ExecutionOperations(helpers);
        this.stopSignal = new StopSignal(operations);
        this.inferior = new Inferior(gdb, operations, this, recording, stopSignal);
    }

    /** The process that runs or stands. */
    public Inferior inferior() {
        return inferior;
    }

    /** What a stop has made known dies by {@code forget} when the program runs on. */
    public void onResume(Runnable forget) {
        onResume.add(forget);
    }

    /** Starts the program. */
    public void run() {
        resume(new Resume(MiCommand.of("-exec-run"), false, false));
        last = Resume.CONTINUE;
    }

    /** The program is a core file, whose thread of that number ended it. */
    public void openCore(int thread) {
        state = State.CORE;
        stoppedThread = thread;
    }

    public ContinueResponse continueAll() {
        requireResumable();
        resume(Resume.CONTINUE);
        ContinueResponse response = new ContinueResponse();
        response.setAllThreadsContinued(true);
        return response;
    }

    /** All threads go back to where something stops them. */
    void continueBackwards() {
        requireResumable();
        resume(Resume.CONTINUE_BACKWARDS);
    }

    /** As {@link #step}, back along the recording. */
    void stepBackwards(MiCommand command) {
        requireResumable();
        resume(new Resume(command.option("--reverse"), true, true));
    }

    /** Lets one thread step as {@code command} says while the others run: freezing them would freeze the holder of the GIL. */
    void step(MiCommand command) {
        requireResumable();
        resume(new Resume(command, true, false));
    }

    /** As {@link #step}, of which Python itself sees the end. */
    void stepInPython() {
        resume(Resume.PYTHON_STEP);
    }

    /** Stops the running program; the stop that follows is told as a pause of that thread. Does nothing when it stands already. */
    public void pause(int thread) {
        requireProcess();
        if (state != State.STOPPED) {
            requireAlive();
            interrupt();
            pausing = true;
            pausedThread = thread;
        }
    }

    /** While GDB shows what the program did it takes no commands, and is interrupted itself. */
    void interrupt() {
        if (recording.isInHistory()) {
            gdb.interrupt();
        } else if (inferior.isRemote()) {
            operations.interrupt();
        } else {
            stopSignal.send();
        }
    }

    /** Lets the program run on with that signal. */
    void signal(String name) {
        resume(new Resume(MiCommand.console("signal " + name + "&"), false, false));
        last = Resume.CONTINUE;
    }

    /** Throws {@link UserError} unless the program stands. */
    public void requireStopped() {
        requireAlive();
        if (state == State.RUNNING) {
            throw UserError.notStopped();
        }
    }

    /** Throws {@link UserError} unless the program stands and can run on. */
    public void requireResumable() {
        requireProcess();
        requireStopped();
    }

    /** Throws {@link UserError} for a core file, whose program cannot be changed, run or stopped. */
    public void requireProcess() {
        if (state == State.CORE) {
            throw new UserError(
                    "A core file is the memory of a program that has ended: it can be read, but nothing in it"
                            + " runs, steps or changes; launch the program to do that.");
        }
    }

    /** GDB's number of the thread that stopped last. Throws {@link UserError} unless the program stands. */
    public int stoppedThread() {
        requireStopped();
        return stoppedThread;
    }

    public boolean isStopped() {
        return state == State.STOPPED || state == State.CORE;
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean isAlive() {
        return state == State.RUNNING || state == State.STOPPED;
    }

    /** GDB says that the program runs (MI: {@code *running}); told to the client only when no request asked for it, and nothing is to end it. */
    public void running() {
        boolean unasked = state == State.STOPPED && !inferior.isAwaited();
        if (state != State.ENDED && state != State.RUNNING) {
            resumed(Resume.CONTINUE);
        }
        if (unasked) {
            events.continued(stoppedThread);
        }
    }

    /** The program stands. Returns whether that is told to nobody, because an action waited for it, or because it runs on already. */
    boolean stopped(int thread, String signal) {
        forget(); // a function called from the console can stop without the program having been seen to run
        state = State.STOPPED;
        stoppedThread = thread;
        recording.stands();
        boolean ours = stopSignal.take(signal);
        if (inferior.takeStop()) {
            return true;
        }
        if (ours && !pausing) { // the pause was answered by another stop
            resume(last);
            return true;
        }
        return false;
    }

    /**
     * Makes the running program stand for a moment that no client sees, in which is done what has waited for it. Not during a step in native
     * code, which GDB would give up; it waits for the step's end then, and so it does for a remote program's next stop.
     */
    public void standUnseen() {
        if (isRunning() && !isSteppingInC() && !inferior.isRemote()) {
            interrupt();
        }
    }

    /** Whether a stop is that of {@link #standUnseen}. */
    boolean isUnseen(Stop stop) {
        return stop instanceof Stop.Signalled signalled && stopSignal.isOwn(signalled.signal()) && !pausing;
    }

    /** The program stood for a moment that no client has seen. */
    void stoodUnseen(Stop stop) {
        if (stop instanceof Stop.Signalled signalled) {
            stopSignal.take(signalled.signal());
        }
    }

    /** The program runs on from a stop that no client has seen; a pause that it took away comes again. */
    void runOnUnseen() {
        gdb.ask(Resume.CONTINUE.command());
        if (pausing && !stopSignal.isOwed()) {
            interrupt();
        }
    }

    /** The thread stands elsewhere now, although it has not run. */
    void movedTo(int thread) {
        stoppedThread = thread;
        forget();
    }

    /** Whether the program was made to run by a step. */
    boolean isStepping() {
        return last.isStep();
    }

    /** Whether that is a step of GDB's. */
    boolean isSteppingInC() {
        return last.isStep() && last != Resume.PYTHON_STEP;
    }

    /** A command is typed that makes the program run, forwards or backwards. */
    public void typed(boolean backwards) {
        recording.resuming(backwards);
    }

    /** A thread has ended, which no stop can be told of any more. */
    void threadEnded(int thread) {
        if (pausedThread == thread) {
            pausedThread = 0;
        }
    }

    /** The pause has been reached, by whichever thread the signal came to: the thread that is told as paused. */
    int paused() {
        stoppedThread = pausedThread == 0 ? stoppedThread : pausedThread;
        return stoppedThread;
    }

    /** Whether a pause was asked for since the last stop; asking answers it. */
    boolean takePause() {
        boolean asked = pausing;
        pausing = false;
        return asked;
    }

    /** The program is gone. Returns whether that is told to nobody, because an action waited for it. */
    public boolean ended() {
        state = State.ENDED;
        forget();
        return inferior.takeEnd();
    }

    /** As if no program had been asked for: what was begun has been undone. */
    public void reset() {
        state = State.NOT_STARTED;
        last = Resume.CONTINUE;
        stoppedThread = 0;
        pausing = false;
        recording.stopped();
        stopSignal.reset();
        inferior.reset();
        forget();
    }

    /** Lets the program run on without a request for it. */
    void runOn() {
        resume(Resume.CONTINUE);
    }

    /** What GDB refuses has not moved the program; what it says of the run is read after this. */
    private void resume(Resume how) {
        recording.resuming(how.isBackwards());
        gdb.ask(how.command());
        resumed(how);
    }

    private void resumed(Resume how) {
        state = State.RUNNING;
        last = how;
        forget();
    }

    /** What was told of this stop is not true any more: where the program stands, though it did not run. */
    public void forget() {
        onResume.forEach(Runnable::run);
    }

    private void requireAlive() {
        if (state == State.NOT_STARTED) {
            throw new UserError("The program has not been started yet; it starts after configurationDone.");
        }
        if (state == State.ENDED) {
            throw new UserError("The program has ended; start another session to debug it again.");
        }
    }
}
