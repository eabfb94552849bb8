package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.session.Gdb;
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
    private final List<Runnable> onResume = new ArrayList<>();
    private State state = State.NOT_STARTED;
    private MiCommand lastResume = CONTINUE;
    private int stoppedThread;
    private boolean stepping;
    private boolean pausing;
    private Runnable atStop;
    private long pid;
    private boolean terminating;
    private boolean attached;

    public Execution(Gdb gdb, Events events) {
        this.gdb = gdb;
        this.events = events;
        this.stopSignal = new StopSignal(gdb);
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

    /** Takes hold of a process that runs; {@code standing} follows when it stands, or when it is gone. */
    public void attach(long processId, Runnable standing) {
        atStop = standing;
        attached = true;
        try {
            gdb.ask(MiCommand.of("-target-attach").parameter(Long.toString(processId)));
        } catch (RuntimeException refused) {
            atStop = null;
            attached = false;
            throw refused;
        }
    }

    /** The program is a core file, whose thread of that number ended it. */
    public void openCore(int thread) {
        state = State.CORE;
        stoppedThread = thread;
    }

    /** Whether the program ran before it was debugged, and is to run on after that. */
    public boolean isAttached() {
        return attached;
    }

    /** Ends the program, whatever it does. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
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

    /** Runs {@code action} once the program stands for good, or is gone; no client is told of that stop. */
    public void standStill(Runnable action) {
        atStop = action;
        if (state != State.STOPPED) {
            stopSignal.send();
        } else if (!waitsForStopSignal()) {
            actAtStop();
        }
    }

    /** Asks the program to end (SIGTERM), and lets it run so that it can; one that is just starting is asked as soon as it is a process. */
    public void terminate() {
        terminating = true;
        if (pid != 0) {
            gdb.ask(MiCommand.console("handle SIGTERM nostop noprint pass"));
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            if (state == State.STOPPED) {
                resume(CONTINUE);
            }
        }
    }

    /** The program is a process now. */
    public void started(long processId) {
        pid = processId;
        if (terminating) {
            terminate();
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
        if (atStop != null) {
            if (!waitsForStopSignal()) {
                actAtStop();
            }
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

    /** The program is gone. */
    public void ended() {
        state = State.ENDED;
        forget();
        actAtStop();
    }

    /** A program that is left with the signal still waiting would stand for ever: it runs on until GDB has reported it. */
    private boolean waitsForStopSignal() {
        if (stopSignal.isOwed()) {
            resume(CONTINUE);
        }
        return stopSignal.isOwed();
    }

    private void actAtStop() {
        Runnable action = atStop;
        atStop = null;
        if (action != null) {
            action.run();
        }
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

    private void forget() {
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
