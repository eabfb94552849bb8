package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.execution.EntryBreakpoint;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Debuggee;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchScript;
import dev.twinstack.adapter.launch.Program;
import dev.twinstack.adapter.output.ClientTerminal;
import dev.twinstack.adapter.output.DebuggeeTerminal;
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
    private final ConfiguredCommands commands;
    private final DebuggeeTerminal terminal;
    private final ClientTerminal clientTerminal;
    private final EntryBreakpoint entry;
    private final SessionDirectory directory;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    LaunchedProgram(
            Launch launch,
            Gdb gdb,
            SessionOperations operations,
            Execution execution,
            ConfiguredCommands commands,
            DebuggeeTerminal terminal,
            ClientTerminal clientTerminal,
            EntryBreakpoint entry,
            SessionDirectory directory) {
        this.launch = launch;
        this.debuggee = Program.of(launch);
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.commands = commands;
        this.terminal = terminal;
        this.clientTerminal = clientTerminal;
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
        if (clientTerminal.serves(launch.console())) {
            gdb.await("the program's file", file);
            openAtClient();
        } else {
            CompletableFuture<?> connected = terminal.open(directory.path());
            gdb.await("the set-up of the program", CompletableFuture.allOf(file, wrapper(null), connected));
            setEntry();
            ready.complete(null);
        }
        return ready;
    }

    private void openAtClient() {
        String title = launch.title() == null ? debuggee.name() : launch.title();
        boolean interrupts = launch.settings().reverseDebugging() == null; // GDB takes SIGINT itself in a recording
        clientTerminal
                .open(directory.path(), launch.console(), title, launch.cwd(), interrupts)
                .whenComplete((type, failure) -> opened(type, failure));
    }

    private void opened(String terminalType, Throwable failure) {
        if (failure != null) {
            ready.completeExceptionally(failure);
        }
        if (ready.isDone()) {
            return; // it failed, or was given up
        }
        try {
            gdb.await("the set-up of the program", wrapper(terminalType));
            setEntry();
            ready.complete(null);
        } catch (RuntimeException failed) {
            ready.completeExceptionally(failed);
        }
    }

    private CompletableFuture<?> wrapper(String terminalType) {
        String script = LaunchScript.text(debuggee, launch.cwd(), launch, System.getenv(), terminalType);
        return operations.launchScript(directory.path(), script);
    }

    private void setEntry() {
        if (launch.stopOnEntry() || launch.settings().reverseDebugging() != null || commands.needsStop()) {
            entry.set(debuggee.entryFile(), launch.stopOnEntry());
        }
    }

    @Override
    public void giveUp() {
        ready.cancel(false);
    }

    @Override
    public void undo() {
        terminal.close();
    }

    @Override
    public void begin() {
        commands.preRun();
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
