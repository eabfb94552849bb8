package dev.twinstack.adapter.output;

import dev.twinstack.adapter.python.Helpers;
import java.util.concurrent.CompletableFuture;

/** The helpers' operations on the terminal that they make for the program. */
record TerminalOperations(Helpers helpers) {
    /** Gives the debuggee a terminal of its own whose other end is pumped to and from a Unix socket. */
    CompletableFuture<?> terminal(String socket) {
        return helpers.send("terminal", new SocketRef(socket));
    }

    private record SocketRef(String socket) {}

    /** Waits, a few seconds at most, until what the ended program wrote is in the terminal's socket; GDB does nothing else meanwhile. */
    CompletableFuture<Drained> drain() {
        return helpers.send("terminal-drain", new Helpers.Nothing(), Drained.class);
    }

    /** {@code bytes}: how many the socket was given in all; {@code drained}: whether that is everything. */
    record Drained(boolean drained, long bytes) {}

    /** Keeps the terminal open for a program that runs on without GDB; without it the program would be hung up. */
    void keep() {
        helpers.call("terminal-keep", new Helpers.Nothing());
    }
}
