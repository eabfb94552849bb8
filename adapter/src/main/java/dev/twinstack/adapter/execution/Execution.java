package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.session.Gdb;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.debug.ContinueResponse;

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
    private boolean stepping;
    private Runnable atStop;
    private long pid;

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

    public ContinueResponse continueAll() {
        requireStopped();
        resume(MiCommand.of("-exec-continue"));
        ContinueResponse response = new ContinueResponse();
        response.setAllThreadsContinued(true);
        return response;
    }

    /** Lets one thread step as {@code command} says while the others run: freezing them would freeze the holder of the GIL. */
    void step(MiCommand command) {
        requireStopped();
        resume(command);
        stepping = true;
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

    /** Runs {@code action} once the program stands, which no client is told of. */
    public void standStill(Runnable action) {
        if (state == State.STOPPED) {
            action.run();
        } else {
            atStop = action;
            gdb.helpers().interrupt();
        }
    }

    /** Asks the program to end (SIGTERM), and lets it run so that it can. */
    public void terminate() {
        gdb.ask(MiCommand.console("handle SIGTERM nostop noprint pass"));
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        if (state == State.STOPPED) {
            resume(MiCommand.of("-exec-continue"));
        }
    }

    /** The program is a process now. */
    public void started(long processId) {
        pid = processId;
    }

    /** Throws {@link UserError} unless the program stands. */
    public void requireStopped() {
        requireAlive();
        if (state == State.RUNNING) {
            throw UserError.notStopped();
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

    public boolean isRunning() {
        return state == State.RUNNING;
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

    /** The program stands; returns whether that is nobody's business but the waiting action's. */
    boolean stopped(int thread) {
        state = State.STOPPED;
        stoppedThread = thread;
        Runnable action = atStop;
        atStop = null;
        if (action != null) {
            action.run();
        }
        return action != null;
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
        stepping = false;
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
