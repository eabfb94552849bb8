package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.EntryBreakpoint;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.mi.MiCommand;
import java.nio.file.Path;

/** Brings GDB from its prompt to a program that is ready to run: executable, terminal, launch script. */
public final class Startup {
    /** CPython ignores SIGPIPE and gets EPIPE instead (CPython: Python/pylifecycle.c, init_signals), and yet GDB would stop at it. */
    private static final String SIGNAL_HANDLING = "handle SIGPIPE nostop noprint pass";

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
        gdb.ask(MiCommand.console(SIGNAL_HANDLING));
        gdb.ask(MiCommand.console("set exec-wrapper /bin/sh " + LaunchScript.quote(script.toString())));
        gdb.ask(MiCommand.of("-file-exec-and-symbols")
                .parameter(debuggee.executable().toString()));
        if (launch.maxStringLength() != null) {
            gdb.helpers().showStrings(launch.maxStringLength());
        }
        terminal.open(directory);
        if (launch.stopOnEntry()) {
            entry.set(debuggee.entryFile());
        }
    }

    /** Takes back what a launch that failed had prepared. */
    void undo() {
        terminal.close();
    }
}
