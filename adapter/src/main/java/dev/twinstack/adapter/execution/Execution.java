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
    private final StopSignal stopSignal;
    private final Inferior inferior;
    private final List<Runnable> onResume = new ArrayList<>();
    private State state = State.NOT_STARTED;
    private MiCommand lastResume = CONTINUE;
    private int stoppedThread;
    private boolean stepping;
    private boolean pausing;

    public Execution(Gdb gdb, Helpers helpers, Events events) {
        this.gdb = gdb;
        this.events = events;
        this.stopSignal = new StopSignal(new ExecutionOperations(helpers));
        this.inferior = new Inferior(gdb, this, stopSignal);
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

    /** Lets one thread step as {@code command} says while the others run: freezing them would freeze the holder of the GIL. */
    void step(MiCommand command) {
        requireResumable();
        resume(command);
        stepping = true;
    }

    /** Stops the running program; the stop that follows is told as a pause. Does nothing when it stands already. */
    public void pause() {
        requireProcess();
        if (state != State.STOPPED) {
            requireAlive();
            stopSignal.send();
            pausing = true;
        }
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

    /** Whether the program was made to run by a step. */
    boolean isStepping() {
        return stepping;
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
        stopSignal.reset();
        inferior.reset();
        forget();
    }

    /** Lets the program run on without a request for it. */
    void runOn() {
        resume(CONTINUE);
    }

    private void resumeAgain() {
        boolean wasStepping = stepping;
        resume(lastResume);
        stepping = wasStepping;
    }

    /** What GDB refuses has not moved the program; what it says of the run is read after this. */
    private void resume(MiCommand command) {
        gdb.ask(command);
        lastResume = command;
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
