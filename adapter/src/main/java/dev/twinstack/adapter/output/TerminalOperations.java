package dev.twinstack.adapter.output;

import dev.twinstack.adapter.python.Helpers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The helpers' operations on the terminal that they make for the program. */
record TerminalOperations(Helpers helpers) {
    /** Gives the debuggee a terminal of its own whose other end is pumped to and from a Unix socket. */
    CompletableFuture<?> terminal(String socket) {
        return helpers.send("terminal", new SocketRef(socket));
    }

    private record SocketRef(String socket) {}

    /** Prepares GDB's side for a shell that connects the two FIFOs in GDB's directory with a second pipe. */
    void pipe(String directory) {
        helpers.call("terminal-pipe", new DirectoryRef(directory));
    }

    /** Gives the debuggee a terminal of its own there, after that shell has connected the FIFOs. */
    void piped() {
        helpers.call("terminal-piped", new Helpers.Nothing());
    }

    /** Waits, a few seconds at most, until what the ended program wrote is in the terminal's socket; GDB does nothing else meanwhile. */
    CompletableFuture<Drained> drain() {
        return helpers.send("terminal-drain", new Helpers.Nothing(), Drained.class);
    }

    /** {@code bytes}: how many the socket was given in all; {@code drained}: whether that is everything. */
    record Drained(boolean drained, long bytes) {}

    /** The script that is to run in a terminal of the client; empty when the program has one already. */
    Optional<String> window(Path directory) {
        return Optional.ofNullable(
                helpers.call("terminal-window", new DirectoryRef(directory.toString()), WindowScript.class)
                        .script());
    }

    private record DirectoryRef(String directory) {}

    private record WindowScript(String script) {}

    /** Waits, some seconds at most, until that script runs, and gives the program the terminal; GDB does nothing else meanwhile. */
    CompletableFuture<Window> windowOpened(boolean interrupts) {
        return helpers.send("terminal-window-opened", new Keys(interrupts), Window.class);
    }

    private record Keys(boolean interrupts) {}

    /** {@code term}: its type, the variable TERM. */
    record Window(String term) {}

    /** Keeps the terminal open for a program that runs on without GDB; closing it would send the program a SIGHUP. */
    void keep() {
        helpers.call("terminal-keep", new Helpers.Nothing());
    }
}
