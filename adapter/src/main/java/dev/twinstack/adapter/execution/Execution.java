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
    private static final MiCommand CONTINUE = MiCommand.of("-exec-continue");

    private enum State {
        NOT_STARTED,
        RUNNING,
        STOPPED,
        /** What stands is the memory of a program that has ended. */
        CORE,
        ENDED
    }

    private final Gdb gdb;
    private final Events events;
    private final ExecutionOperations operations;
    private final StopSignal stopSignal;
    private final Inferior inferior;
    private final List<Runnable> onResume = new ArrayList<>();
    private State state = State.NOT_STARTED;
    private MiCommand lastResume = CONTINUE;
    private int stoppedThread;
    private boolean stepping;
    private boolean pausing;
    /** The thread that the client wants to see paused; 0 for whichever it is. */
    private int pausedThread;

    private boolean recorded;
    /** Whether the program was made to run backwards last. */
    private boolean backwards;
    /** Whether GDB shows what the program did, which does not run meanwhile. */
    private boolean inHistory;

    public Execution(Gdb gdb, Helpers helpers, Events events) {
        this.gdb = gdb;
        this.events = events;
        this.operations = new ExecutionOperations(helpers);
        this.stopSignal = new StopSignal(operations);
        this.inferior = new Inferior(gdb, operations, this, stopSignal);
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
        resume(MiCommand.of("-exec-run"));
        lastResume = CONTINUE;
    }

    /** The program is a core file, whose thread of that number ended it. */
    public void openCore(int thread) {
        state = State.CORE;
        stoppedThread = thread;
    }

    public ContinueResponse continueAll() {
        requireResumable();
        resume(CONTINUE);
        ContinueResponse response = new ContinueResponse();
        response.setAllThreadsContinued(true);
        return response;
    }

    /** All threads go back to where something stops them. */
    void continueBackwards() {
        requireResumable();
        resume(MiCommand.of("-exec-continue").option("--reverse"));
        goesBackwards();
    }

    /** As {@link #step}, back along the recording. */
    void stepBackwards(MiCommand command) {
        step(command.option("--reverse"));
        goesBackwards();
    }

    private void goesBackwards() {
        backwards = true;
        inHistory = true;
    }

    /** GDB has shown the recording up to its end in the direction in which it went: forwards, the program itself stands there. */
    void reachedEndOfRecording() {
        inHistory &= backwards;
    }

    /** Lets one thread step as {@code command} says while the others run: freezing them would freeze the holder of the GIL. */
    void step(MiCommand command) {
        requireResumable();
        resume(command);
        stepping = true;
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
        if (inHistory) {
            gdb.interrupt();
        } else if (inferior.isRemote()) {
            operations.interrupt();
        } else {
            stopSignal.send();
        }
    }

    /** Lets the program run on with that signal. */
    void signal(String name) {
        resume(MiCommand.console("signal " + name + "&"));
        lastResume = CONTINUE;
    }

    /** Whether GDB records the program. */
    void recorded(boolean now) {
        recorded = now;
        inHistory &= now;
    }

    boolean isRecorded() {
        return recorded;
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

    /** GDB says that the program runs (MI: {@code *running}); told to the client only when no request asked for it. */
    public void running() {
        boolean unasked = state == State.STOPPED;
        if (state != State.ENDED && state != State.RUNNING) {
            resumed();
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
        boolean ours = stopSignal.take(signal);
        if (inferior.takeStop()) {
            return true;
        }
        if (ours && !pausing) { // the pause was answered by another stop
            resumeAgain();
            return true;
        }
        return false;
    }

    /** The thread stands elsewhere now, although it has not run. */
    void movedTo(int thread) {
        stoppedThread = thread;
        forget();
    }

    /** Whether the program was made to run by a step. */
    boolean isStepping() {
        return stepping;
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
        lastResume = CONTINUE;
        stoppedThread = 0;
        stepping = false;
        pausing = false;
        recorded(false);
        stopSignal.reset();
        inferior.reset();
        forget();
    }

    /** Lets the program run on without a request for it. */
    void runOn() {
        resume(CONTINUE);
    }

    /** Lets the program go on with what it did, as nobody wants to know of this stop. */
    void resumeAgain() {
        boolean wasStepping = stepping;
        resume(lastResume);
        stepping = wasStepping;
    }

    /** What GDB refuses has not moved the program; what it says of the run is read after this. */
    private void resume(MiCommand command) {
        gdb.ask(command);
        lastResume = command;
        backwards = false;
        resumed();
    }

    private void resumed() {
        state = State.RUNNING;
        stepping = false;
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
