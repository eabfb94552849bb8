package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.client.ByThread;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.MiCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.debug.Capabilities;

/** Whether the program runs, and what makes it run or stand: all threads together or, in non-stop mode, each for itself. */
public final class Execution {
    private enum State {
        NOT_STARTED,
        ALIVE,
        /** What stands is the memory of a program that has ended. */
        CORE,
        ENDED
    }

    private final Gdb gdb;
    private final Recording recording;
    private final Events events;
    private final StopSignal stopSignal;
    private final Inferior inferior;
    private final List<IntConsumer> onResume = new ArrayList<>();
    private final Standing standing = new Standing();
    private final Pauses pauses = new Pauses(standing);
    /** By {@link Standing#with}. */
    private final ByThread<Resume> last = new ByThread<>();

    private State state = State.NOT_STARTED;
    private int stoppedThread;
    /** What the client was told of requests for one thread. */
    private boolean singleThreads;

    public Execution(Gdb gdb, Helpers helpers, Recording recording, Events events) {
        this.gdb = gdb;
        this.recording = recording;
        this.events = events;
        ExecutionOperations operations = new ExecutionOperations(helpers);
        this.stopSignal = new StopSignal(operations);
        this.inferior = new Inferior(gdb, operations, this, recording, stopSignal);
    }

    /** The process that runs or stands. */
    public Inferior inferior() {
        return inferior;
    }

    /** What a stop has made known dies by {@code forget} when the program, or any thread of it, runs on. */
    public void onResume(Runnable forget) {
        onResume.add(thread -> forget.run());
    }

    /** As {@link #onResume(Runnable)}, for what belongs to a thread: it gets the number of the one that alone runs on, or 0 for all. */
    public void onResumeOf(IntConsumer forget) {
        onResume.add(forget);
    }

    /** Before there is a program: whether a stop is to stand for its thread alone. Completed when GDB knows. */
    public CompletableFuture<?> nonStop(boolean wanted) {
        standing.begin(wanted);
        if (wanted != singleThreads) {
            singleThreads = wanted;
            Capabilities capabilities = new Capabilities();
            capabilities.setSupportsSingleThreadExecutionRequests(wanted);
            events.capabilities(capabilities);
        }
        return gdb.send(MiCommand.of("-gdb-set").option("non-stop").option(wanted ? "on" : "off"));
    }

    /** Whether threads stand and run each for itself. */
    public boolean isNonStop() {
        return standing.isNonStop();
    }

    /** Starts the program. */
    public void run() {
        resume(Standing.ALL, new Resume(MiCommand.of("-exec-run"), false, false));
        last.put(Standing.ALL, Resume.CONTINUE);
    }

    /** The program is a core file, whose thread of that number ended it. */
    public void openCore(int thread) {
        state = State.CORE;
        stoppedThread = thread;
    }

    /** All threads run on. */
    public void continueAll() {
        requireResumable();
        runOn();
    }

    /** That thread alone runs on, where each stands for itself. */
    void continueThread(int thread) {
        requireResumable(thread);
        resume(thread, Resume.continuing(thread));
    }

    /** All threads go back to where something stops them. */
    void continueBackwards() {
        requireResumable();
        resume(Standing.ALL, Resume.CONTINUE_BACKWARDS);
    }

    /** As {@link #step}, back along the recording. */
    void stepBackwards(int thread, MiCommand command) {
        requireResumable(thread);
        resume(thread, new Resume(command.option("--reverse"), true, true));
    }

    /** Lets one thread step as {@code command} says while the others run: freezing them would freeze the holder of the GIL. */
    void step(int thread, MiCommand command) {
        requireResumable(thread);
        resume(thread, new Resume(command, true, false));
    }

    /** As {@link #step}, of which Python itself sees the end. */
    void stepInPython(int thread) {
        requireResumable(thread);
        resume(thread, Resume.PYTHON_STEP);
    }

    /**
     * Stops the running program, or that thread alone where each stands for itself; the stop that follows is told as a pause of that thread,
     * 0 for any. Does nothing when it stands already.
     */
    public void pause(int thread) {
        requireProcess();
        requireAlive();
        if (!standing.has(thread)) {
            if (standing.isNonStop()) {
                inferior.interrupt(thread);
            } else {
                inferior.interrupt();
            }
            pauses.ask(thread);
        }
    }

    /** Lets the program run on with that signal. */
    void signal(String name) {
        resume(Standing.ALL, new Resume(MiCommand.console("signal " + name + "&"), false, false));
        last.put(Standing.ALL, Resume.CONTINUE);
    }

    /** Throws {@link UserError} unless the program, or any thread of it, stands. */
    public void requireStopped() {
        requireAlive();
        if (!isStopped()) {
            throw UserError.notStopped();
        }
    }

    /** Throws {@link UserError} unless that thread stands. */
    public void requireStopped(int thread) {
        requireStopped();
        if (state == State.ALIVE && !standing.has(thread)) {
            throw UserError.notStopped(thread);
        }
    }

    /** Throws {@link UserError} unless the program, or any thread of it, stands and can run on. */
    public void requireResumable() {
        requireProcess();
        requireStopped();
    }

    /** Throws {@link UserError} unless that thread stands and can run on. */
    public void requireResumable(int thread) {
        requireProcess();
        requireStopped(thread);
    }

    /** Throws {@link UserError} for a core file, whose program cannot be changed, run or stopped. */
    public void requireProcess() {
        if (state == State.CORE) {
            throw new UserError(
                    "A core file is the memory of a program that has ended: it can be read, but nothing in it"
                            + " runs, steps or changes; launch the program to do that.");
        }
    }

    /** GDB's number of the thread that stopped last, or of another where that runs again. Throws {@link UserError} unless one stands. */
    public int stoppedThread() {
        requireStopped();
        return state == State.CORE ? stoppedThread : standing.nearest(stoppedThread);
    }

    /** Whether the program, or any thread of it, stands. */
    public boolean isStopped() {
        return state == State.CORE || state == State.ALIVE && standing.any();
    }

    /** Whether no thread runs. */
    boolean standsWholly() {
        return standing.all();
    }

    /** Whether the program runs, and no thread of it stands. */
    public boolean isRunning() {
        return state == State.ALIVE && !standing.any();
    }

    /** Whether what stands is a core file. */
    public boolean isCore() {
        return state == State.CORE;
    }

    public boolean isAlive() {
        return state == State.ALIVE;
    }

    /**
     * GDB says that a thread runs, or all do (MI: {@code *running}); told to the client only when no request asked for it, and nothing is to
     * end the program.
     */
    public void running(int thread) {
        boolean stood = state == State.ALIVE && standing.has(thread);
        int told = standing.isNonStop() ? thread : stoppedThread;
        if (stood) {
            resumed(thread, Resume.CONTINUE);
        }
        if (state == State.NOT_STARTED) {
            state = State.ALIVE;
        }
        standing.runs(thread);
        if (stood && !inferior.isAwaited()) {
            events.continued(told, !standing.isNonStop());
        }
    }

    /** The program stands. Returns whether that is told to nobody, because an action waited for it, or because it runs on already. */
    boolean stopped(int thread, String signal) {
        forget(standing.with(thread)); // a function called from the console can stop without having been seen to run
        state = State.ALIVE;
        standing.stopped(thread);
        stoppedThread = thread;
        recording.stands();
        boolean ours = stopSignal.take(signal);
        if (inferior.takeStop()) {
            return true;
        }
        if (ours && pauses.isNone()) { // the pause was answered by another stop
            resume(thread, lastOf(thread));
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
            inferior.interrupt();
        }
    }

    /** Whether a stop is that of {@link #standUnseen}. */
    boolean isUnseen(Stop stop) {
        return stop instanceof Stop.Signalled signalled && stopSignal.isOwn(signalled.signal()) && pauses.isNone();
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
        if (!pauses.isNone() && !stopSignal.isOwed()) {
            inferior.interrupt();
        }
    }

    private Resume lastOf(int thread) {
        return last.of(standing.with(thread)).or(() -> last.of(Standing.ALL)).orElse(Resume.CONTINUE);
    }

    /** The thread stands elsewhere now, although it has not run. */
    void movedTo(int thread) {
        stoppedThread = thread;
        forget(standing.with(thread));
    }

    /** Whether the program, or that thread of it, was made to run by a step. */
    boolean isStepping(int thread) {
        return lastOf(thread).isStep();
    }

    /** Whether that is a step of GDB's. */
    boolean isSteppingInC() {
        Resume how = lastOf(Standing.ALL);
        return how.isStep() && how != Resume.PYTHON_STEP;
    }

    /** A command is typed that makes the program run, forwards or backwards. */
    public void typed(boolean backwards) {
        recording.resuming(backwards);
    }

    /** A thread has ended, which no stop can be told of any more. */
    void threadEnded(int thread) {
        pauses.ended(thread);
        standing.ended(thread);
        last.forget(thread);
        if (standing.isNonStop()) {
            inferior.takeStop();
        }
    }

    /** The thread that is told as paused at this stop of a thread; empty when no pause was asked for since the last stop. Asking answers it. */
    OptionalInt takePause(int thread) {
        return pauses.answer(thread);
    }

    /** A pause is told of the thread that the client has named. */
    void paused(int thread) {
        stoppedThread = thread;
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
        last.forget(Standing.ALL);
        standing.begin(false);
        stoppedThread = 0;
        pauses.clear();
        recording.stopped();
        stopSignal.reset();
        inferior.reset();
        forget();
    }

    /** Lets the program run on without a request for it. */
    void runOn() {
        resume(Standing.ALL, standing.isNonStop() ? Resume.CONTINUE_ALL : Resume.CONTINUE);
    }

    /** What GDB refuses has not moved the program; what it says of the run is read after this. */
    private void resume(int thread, Resume how) {
        recording.resuming(how.isBackwards());
        gdb.ask(how.command());
        resumed(thread, how);
    }

    private void resumed(int thread, Resume how) {
        state = State.ALIVE;
        int which = standing.with(thread);
        standing.runs(which);
        last.forget(which);
        last.put(which, how);
        forget(which);
    }

    /** What was told of this stop is not true any more: where the program stands, though it did not run. */
    public void forget() {
        forget(Standing.ALL);
    }

    private void forget(int thread) {
        onResume.forEach(forget -> forget.accept(thread));
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
