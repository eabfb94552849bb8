package dev.twinstack.adapter.program;

import java.util.function.IntConsumer;

/** The program that is debugged, as every concern sees it: whether it stands, and when what is known of a stop is true no more. */
public interface ProgramState {
    /** Whether the program, or any thread of it, stands. */
    boolean isStopped();

    /** Whether the program runs, and no thread of it stands. */
    boolean isRunning();

    /** Whether the program has started and not ended. */
    boolean isAlive();

    /** Whether each thread stands and runs for itself (GDB: {@code non-stop}). */
    boolean isNonStop();

    /** GDB's number of the thread that stopped last, or of another that stands if that runs again. Throws as {@link #requireStopped()}. */
    int stoppedThread();

    /** Throws {@link dev.twinstack.adapter.dap.UserError} unless the program, or any thread of it, stands. */
    void requireStopped();

    /** Throws {@link dev.twinstack.adapter.dap.UserError} unless that thread stands. */
    void requireStopped(int thread);

    /** Throws {@link dev.twinstack.adapter.dap.UserError} for a core file, whose program cannot be changed, run or stopped. */
    void requireProcess();

    /** Throws {@link dev.twinstack.adapter.dap.UserError} unless the program, or any thread of it, stands and can run on. */
    default void requireResumable() {
        requireProcess();
        requireStopped();
    }

    /** Throws {@link dev.twinstack.adapter.dap.UserError} unless that thread stands and can run on. */
    default void requireResumable(int thread) {
        requireProcess();
        requireStopped(thread);
    }

    /** Adds an action that forgets what is known of a stop; it runs when the program, or any thread of it, runs on. */
    default void onResume(Runnable forget) {
        onResumeOf(thread -> forget.run());
    }

    /** As {@link #onResume}, for what belongs to a thread: the action gets the number of the thread that runs on, or 0 for all. */
    void onResumeOf(IntConsumer forget);
}
