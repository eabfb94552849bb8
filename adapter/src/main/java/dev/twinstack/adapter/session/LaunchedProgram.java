package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.EntryBreakpoint;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Debuggee;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchScript;
import dev.twinstack.adapter.launch.Program;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.mi.MiCommand;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A program that GDB starts: executable, terminal, launch script. */
final class LaunchedProgram implements Target {
    private final Launch launch;
    private final Debuggee debuggee;
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Execution execution;
    private final DebuggeeTerminal terminal;
    private final EntryBreakpoint entry;
    private final SessionDirectory directory;

    LaunchedProgram(
            Launch launch,
            Gdb gdb,
            SessionOperations operations,
            Execution execution,
            DebuggeeTerminal terminal,
            EntryBreakpoint entry,
            SessionDirectory directory) {
        this.launch = launch;
        this.debuggee = Program.of(launch);
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.terminal = terminal;
        this.entry = entry;
        this.directory = directory;
    }

    @Override
    public String title() {
        return "Starting " + debuggee.name();
    }

    @Override
    public CompletableFuture<Void> prepare() {
        CompletableFuture<?> file = operations.programFile(debuggee.executable());
        Path script = LaunchScript.write(directory.path(), debuggee, launch, System.getenv());
        CompletableFuture<?> wrapper =
                gdb.send(MiCommand.console("set exec-wrapper /bin/sh " + LaunchScript.quote(script.toString())));
        CompletableFuture<?> connected = terminal.open(directory.path());
        gdb.await("the set-up of the program", CompletableFuture.allOf(file, wrapper, connected));
        if (launch.stopOnEntry() || launch.settings().reverseDebugging() != null) {
            entry.set(debuggee.entryFile(), launch.stopOnEntry());
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void undo() {
        terminal.close();
    }

    @Override
    public void begin() {
        execution.run();
    }

    @Override
    public String cannotBegin(String why) {
        return "The program could not be started. " + why + " Check that it starts by hand.";
    }

    @Override
    public ProcessEventArguments process(long pid) {
        return Target.local(debuggee.name(), pid, ProcessEventArgumentsStartMethod.LAUNCH);
    }
}
