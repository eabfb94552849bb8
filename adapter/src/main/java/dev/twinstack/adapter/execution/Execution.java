package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.session.Gdb;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.util.ArrayList;
import java.util.List;

/** Whether the program runs, and what makes it run or stand. All threads run and stop together (all-stop). */
public final class Execution {
    private enum State {
        NOT_STARTED,
        RUNNING,
        STOPPED,
        ENDED
    }

    private final Gdb gdb;
    private final Events events;
    private final List<Runnable> onResume = new ArrayList<>();
    private State state = State.NOT_STARTED;
    private int stoppedThread;
    private boolean pausing;

    public Execution(Gdb gdb, Events events) {
        this.gdb = gdb;
        this.events = events;
    }

    /** What a stop has made known dies by {@code forget} when the program runs on. */
    public void onResume(Runnable forget) {
        onResume.add(forget);
    }

    /** Starts the program. Throws {@link MiErrorException} when GDB cannot. */
    public void run() {
        resume(MiCommand.of("-exec-run"));
    }

    public void continueAll() {
        requireStopped();
        resume(MiCommand.of("-exec-continue"));
    }

    /** Lets one thread step as {@code command} says while the others run: freezing them would freeze the holder of the GIL. */
    void step(MiCommand command) {
        requireStopped();
        resume(command);
    }

    /** Stops the running program; the stop that follows is told as a pause. Does nothing when it stands already. */
    public void pause() {
        if (state == State.STOPPED) {
            return;
        }
        requireAlive();
        pausing = true;
        gdb.helpers().interrupt();
    }

    /** Throws {@link UserError} unless the program stands. */
    public void requireStopped() {
        requireAlive();
        if (state == State.RUNNING) {
            throw new UserError("The program is running; pause it first.");
        }
    }

    /** GDB's number of the thread that stopped last. Throws {@link UserError} unless the program stands. */
    public int stoppedThread() {
        requireStopped();
        return stoppedThread;
    }

    public boolean isStopped() {
        return state == State.STOPPED;
    }

    public boolean isAlive() {
        return state == State.RUNNING || state == State.STOPPED;
    }

    /** GDB says that the program runs (MI: {@code *running}); told to the client only when no request asked for it. */
    public void running() {
        if (state == State.STOPPED) {
            int thread = stoppedThread;
            resumed();
            events.continued(thread);
        }
    }

    /** The program stands; returns whether this is the pause that was asked for. */
    boolean stopped(int thread, boolean byInterrupt) {
        boolean paused = pausing && byInterrupt;
        state = State.STOPPED;
        stoppedThread = thread;
        pausing = false;
        return paused;
    }

    /** The program is gone. */
    public void ended() {
        state = State.ENDED;
        onResume.forEach(Runnable::run);
    }

    private void resume(MiCommand command) {
        State before = state;
        resumed();
        try {
            gdb.ask(command);
        } catch (MiErrorException refused) {
            state = before;
            throw refused;
        }
    }

    private void resumed() {
        state = State.RUNNING;
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
