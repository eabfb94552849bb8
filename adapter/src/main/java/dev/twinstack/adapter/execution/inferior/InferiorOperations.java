package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.python.Helpers;
import java.util.concurrent.CompletableFuture;

/** The helpers' operations on the process. */
record InferiorOperations(Helpers helpers) {
    /**
     * Sends SIGSTOP to the program. Returns false, and sends nothing, when the program stands already, or when an earlier SIGSTOP is {@code owed} (GDB has not told
     * of it yet) and still on its way.
     */
    boolean interrupt(boolean owed) {
        return helpers.call("interrupt", new Owed(owed), Interrupted.class).sent();
    }

    private record Owed(boolean owed) {}

    private record Interrupted(boolean sent) {}

    /** Sends the program a signal, such as {@code TERM}, from where GDB runs. */
    void signal(String name) {
        helpers.call("signal", new SignalName(name));
    }

    private record SignalName(String name) {}

    /** Whether a signal, such as {@code TERM}, kills the program before it runs any more of its own code. */
    boolean diesOf(String name) {
        return helpers.call("dies-of", new SignalName(name), Death.class).dies();
    }

    private record Death(boolean dies) {}

    /** Ends the program that GDB has started, and all its descendants, from where GDB runs. */
    CompletableFuture<?> endDescendants() {
        return helpers.send("end-descendants", new Helpers.Nothing());
    }

    /** Ends the program, which stands. */
    void kill() {
        helpers.call("kill", new Helpers.Nothing());
    }
}
