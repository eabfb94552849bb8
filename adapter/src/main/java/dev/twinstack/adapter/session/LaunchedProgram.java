package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.steps.EntryBreakpoint;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Debuggee;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchScript;
import dev.twinstack.adapter.launch.Program;
import dev.twinstack.adapter.launch.Settings;
import dev.twinstack.adapter.machine.Machine;
import dev.twinstack.adapter.output.ClientTerminal;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A program that GDB starts: executable, terminal, launch script. */
final class LaunchedProgram implements Target {
    private final Launch launch;
    private final Machine machine;
    private final Supplier<Debuggee> wanted;
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Execution execution;
    private final ConfiguredCommands commands;
    private final DebuggeeTerminal terminal;
    private final ClientTerminal clientTerminal;
    private final EntryBreakpoint entry;
    private final PreparationSteps steps = new PreparationSteps();
    private Debuggee debuggee;

    LaunchedProgram(
            Launch launch,
            Machine machine,
            Gdb gdb,
            SessionOperations operations,
            Execution execution,
            ConfiguredCommands commands,
            DebuggeeTerminal terminal,
            ClientTerminal clientTerminal,
            EntryBreakpoint entry) {
        this.launch = launch;
        this.machine = machine;
        this.wanted = machine.debuggee(launch);
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.commands = commands;
        this.terminal = terminal;
        this.clientTerminal = clientTerminal;
        this.entry = entry;
    }

    @Override
    public String title() {
        return "Starting " + Program.name(launch);
    }

    @Override
    public void beforeCommands() {
        gdb.await("the program's environment", operations.giveBackEnvironment());
    }

    @Override
    public CompletableFuture<Void> prepare() {
        debuggee = wanted.get();
        CompletableFuture<?> file = operations.programFile(debuggee.executable());
        if (!gdb.isElsewhere() && clientTerminal.serves(launch.console())) {
            gdb.await("the program's file", file);
            openAtClient();
        } else {
            CompletableFuture<?> wrapper = wrapper(null);
            CompletableFuture<?> connected = machine.open(terminal);
            gdb.await("the set-up of the program", CompletableFuture.allOf(file, wrapper, connected));
            setStops();
            steps.done();
        }
        return steps.end();
    }

    private void openAtClient() {
        String title = launch.title() == null ? Program.name(launch) : launch.title();
        boolean interrupts = launch.settings().reverseDebugging() == null; // GDB takes SIGINT itself in a recording
        clientTerminal
                .open(machine.directory(), launch.console(), title, launch.cwd(), interrupts)
                .whenComplete((type, failure) -> steps.next(failure, () -> opened(type)));
    }

    private void opened(String terminalType) {
        gdb.await("the set-up of the program", wrapper(terminalType));
        setStops();
        steps.done();
    }

    private CompletableFuture<?> wrapper(String terminalType) {
        String script = LaunchScript.text(debuggee, launch, machine.environment(), terminalType);
        return operations.launchScript(machine.directory(), script);
    }

    /** Sets the stops that no client asks for: where the program begins, and where it calls {@code breakpoint()}. */
    private void setStops() {
        Settings settings = launch.settings();
        if (launch.stopOnEntry() || settings.reverseDebugging() != null || commands.needsStop()) {
            entry.set(debuggee.isPython(), launch.stopOnEntry());
        }
        if (launch.debugging() && settings.reverseDebugging() == null && !settings.nonStop()) {
            gdb.await("the stops at breakpoint()", operations.breakpointCalls());
        }
    }

    @Override
    public void giveUp() {
        steps.giveUp();
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
        return "The program could not be started. " + why + " Check that it starts by hand"
                + (gdb.isElsewhere() ? ", where GDB runs." : ".");
    }

    @Override
    public Optional<Machine> machine() {
        return Optional.of(machine);
    }

    @Override
    public ProcessEventArguments process(long pid) {
        return Target.event(Program.name(launch), pid, !gdb.isElsewhere(), ProcessEventArgumentsStartMethod.LAUNCH);
    }
}
