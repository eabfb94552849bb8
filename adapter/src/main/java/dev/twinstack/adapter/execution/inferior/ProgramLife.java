package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.program.ProgramState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** What is known of the program from GDB's records and answers, for {@link Execution} to keep. */
final class ProgramLife implements ProgramState {
    private enum Life {
        NOT_STARTED,
        ALIVE,
        /** The program has ended, and its memory is read from a core file. */
        CORE,
        ENDED
    }

    private final Standing standing;
    private final List<IntConsumer> onResume = new ArrayList<>();
    private Life life = Life.NOT_STARTED;
    private int stoppedThread;

    ProgramLife(Standing standing) {
        this.standing = standing;
    }

    @Override
    public boolean isStopped() {
        return life == Life.CORE || life == Life.ALIVE && standing.any();
    }

    @Override
    public boolean isRunning() {
        return life == Life.ALIVE && !standing.any();
    }

    @Override
    public boolean isAlive() {
        return life == Life.ALIVE;
    }

    @Override
    public boolean isNonStop() {
        return standing.isNonStop();
    }

    @Override
    public int stoppedThread() {
        requireStopped();
        return life == Life.CORE ? stoppedThread : standing.nearest(stoppedThread);
    }

    @Override
    public void requireStopped() {
        requireAlive();
        if (!isStopped()) {
            throw UserError.notStopped();
        }
    }

    @Override
    public void requireStopped(int thread) {
        requireStopped();
        if (life == Life.ALIVE && !standing.has(thread)) {
            throw UserError.notStopped(thread);
        }
    }

    @Override
    public void requireProcess() {
        if (life == Life.CORE) {
            throw new UserError(
                    "A core file is the memory of a program that has ended: it can be read, but nothing in it"
                            + " runs, steps or changes; launch the program to do that.");
        }
    }

    /** Throws {@link UserError} unless there is a program. */
    void requireAlive() {
        if (life == Life.NOT_STARTED) {
            throw new UserError("The program has not been started yet; it starts after configurationDone.");
        }
        if (life == Life.ENDED) {
            throw new UserError("The program has ended; start another session to debug it again.");
        }
    }

    @Override
    public void onResumeOf(IntConsumer forget) {
        onResume.add(forget);
    }

    /** Whether a thread, or the program ({@link Standing#ALL}), stands as far as is known. */
    boolean stood(int thread) {
        return life == Life.ALIVE && standing.has(thread);
    }

    /** GDB says that the program is there, and that a thread of it runs, or all do. */
    void runs(int thread) {
        if (life == Life.NOT_STARTED) {
            life = Life.ALIVE;
        }
        standing.runs(thread);
    }

    /** Threads were made to run: one, or {@link Standing#ALL}. */
    void resumed(int threads) {
        life = Life.ALIVE;
        standing.runs(threads);
        forget(threads);
    }

    /** A thread stands. */
    void stopped(int thread) {
        forget(standing.with(thread)); // a function called from the console can stop without having been seen to run
        life = Life.ALIVE;
        standing.stopped(thread);
        stoppedThread = thread;
    }

    /** The program is a core file, whose thread of that number ended it. */
    void openCore(int thread) {
        life = Life.CORE;
        stoppedThread = thread;
    }

    /** The thread that the client was shown when that one stopped. */
    int shownFor(int thread) {
        return standing.isNonStop() ? thread : stoppedThread;
    }

    /** The thread is shown as the one that stopped last. */
    void show(int thread) {
        stoppedThread = thread;
    }

    /** The program is gone. */
    void ended() {
        life = Life.ENDED;
        forget(Standing.ALL);
    }

    /** Back to the beginning: no program has started. */
    void reset() {
        life = Life.NOT_STARTED;
        standing.begin(false);
        stoppedThread = 0;
        forget(Standing.ALL);
    }

    /** Forgets what is known of the stop of a thread, or of all. */
    void forget(int thread) {
        onResume.forEach(forget -> forget.accept(thread));
    }
}
