package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.EntryBreakpoint;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.mi.MiCommand;
import java.nio.file.Path;
import java.util.List;

/** Brings GDB from its prompt to a program that is ready to run: executable, terminal, launch script. */
public final class Startup {
    /**
     * Signals that GDB stops at by default and that Python programs meet in ordinary work: CPython ignores SIGPIPE and gets EPIPE instead
     * (CPython: Python/pylifecycle.c, init_signals). SIGSTOP is how {@code pause} stops the program and must not reach it.
     */
    private static final List<String> SIGNAL_HANDLING =
            List.of("handle SIGPIPE nostop noprint pass", "handle SIGSTOP stop print nopass");

    private final Gdb gdb;
    private final DebuggeeTerminal terminal;
    private final EntryBreakpoint entry;

    public Startup(Gdb gdb, DebuggeeTerminal terminal, EntryBreakpoint entry) {
        this.gdb = gdb;
        this.terminal = terminal;
        this.entry = entry;
    }

    /** {@code directory}: the session's own, for the socket and the script. */
    void prepare(Debuggee debuggee, LaunchArguments launch, Path directory) {
        Path script = LaunchScript.write(directory, debuggee, launch, System.getenv());
        SIGNAL_HANDLING.forEach(command -> gdb.send(MiCommand.console(command)));
        gdb.send(MiCommand.console("set exec-wrapper /bin/sh " + LaunchScript.quote(script.toString())));
        gdb.ask(MiCommand.of("-file-exec-and-symbols")
                .parameter(debuggee.executable().toString()));
        terminal.open(directory);
        if (launch.stopOnEntry()) {
            entry.set(debuggee.entryFile());
        }
    }
}
