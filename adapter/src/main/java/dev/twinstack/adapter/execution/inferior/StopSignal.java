package dev.twinstack.adapter.execution.inferior;

/**
 * The SIGSTOP by which the running program is made to stand, which no program can block. Another stop may come first; the signal then still
 * waits in the process, and GDB reports it as soon as the program runs on.
 */
public final class StopSignal {
    private static final String NAME = "SIGSTOP";

    private final InferiorOperations operations;
    /** How many of those that were sent GDB has not reported yet. */
    private int owed;

    StopSignal(InferiorOperations operations) {
        this.operations = operations;
    }

    /** Whether this signal, when GDB reports it, is one by which a program is made to stand. */
    public static boolean stops(String signal) {
        return signal.equals(NAME);
    }

    /** Sends one, unless one is on its way already: a second would outlive the stop. One that was lost, because a SIGCONT came first, is replaced. */
    void send() {
        owed = operations.interrupt(owed > 0) ? 1 : owed;
    }

    /** Sends one more: the one that is owed has come to a thread that does not run, and GDB reports it only when that runs. */
    void sendAnother() {
        owed += operations.interrupt(false) ? 1 : 0;
    }

    /** Whether one was sent that GDB has not reported yet. */
    boolean isOwed() {
        return owed > 0;
    }

    /** Forgets what was sent: the process is not debugged any more. */
    void reset() {
        owed = 0;
    }

    /** Whether a reported signal is the one that was sent. */
    boolean isOwn(String signal) {
        return owed > 0 && stops(signal);
    }

    /** As {@link #isOwn}; it is owed no longer then. */
    boolean take(String signal) {
        boolean ours = isOwn(signal);
        owed -= ours ? 1 : 0;
        return ours;
    }
}
