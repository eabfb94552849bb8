package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.steps.EntryBreakpoint;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.ArgumentSpace;
import dev.twinstack.adapter.launch.Debuggee;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchScript;
import dev.twinstack.adapter.launch.Program;
import dev.twinstack.adapter.launch.Settings;
import dev.twinstack.adapter.machine.Machine;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A program that GDB starts: executable, terminal, launch script. */
final class LaunchedProgram implements Target {
    private static final int NOT_EXECUTED = 126;

    private final Launch launch;
    private final Machine machine;
    private final Supplier<Debuggee> wanted;
    private final Gdb gdb;
    private final TargetOperations operations;
    private final Execution execution;
    private final ConfiguredCommands commands;
    private final DebuggeeTerminal terminal;
    private final EntryBreakpoint entry;
    private final PreparationSteps steps = new PreparationSteps();
    private Debuggee debuggee;

    LaunchedProgram(
            Launch launch,
            Machine machine,
            Gdb gdb,
            TargetOperations operations,
            Execution execution,
            ConfiguredCommands commands,
            DebuggeeTerminal terminal,
            EntryBreakpoint entry) {
        this.launch = launch;
        this.machine = machine;
        this.wanted = machine.debuggee(launch);
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.commands = commands;
        this.terminal = terminal;
        this.entry = entry;
    }

    @Override
    public String title() {
        return "Starting " + Program.name(launch);
    }

    @Override
    public CompletableFuture<?> beforeCommands() {
        return operations.giveBackEnvironment();
    }

    @Override
    public CompletableFuture<Void> prepare() {
        debuggee = wanted.get();
        CompletableFuture<?> files =
                CompletableFuture.allOf(operations.programFile(debuggee.executable()), standardStreams());
        if (!gdb.isElsewhere() && terminal.atClient().serves(launch.console())) {
            gdb.await("the program's files", files);
            openAtClient();
        } else {
            CompletableFuture<?> wrapper = wrapper(null);
            CompletableFuture<?> connected = machine.open(terminal);
            gdb.await(
                    "the set-up of the program", CompletableFuture.allOf(files, wrapper, connected, breakpointCalls()));
            setEntry();
            steps.done();
        }
        return steps.end();
    }

    private CompletableFuture<?> standardStreams() {
        return launch.streams().areOfTerminal()
                ? CompletableFuture.completedFuture(null)
                : operations.standardStreams(debuggee.directory(), launch.streams());
    }

    private void openAtClient() {
        String title = launch.title() == null ? Program.name(launch) : launch.title();
        boolean interrupts = launch.settings().reverseDebugging() == null; // GDB takes SIGINT itself in a recording
        terminal.atClient()
                .open(machine.directory(), launch.console(), title, launch.cwd(), interrupts)
                .whenComplete((type, failure) -> steps.next(failure, () -> opened(type)));
    }

    private void opened(String terminalType) {
        gdb.await("the set-up of the program", CompletableFuture.allOf(wrapper(terminalType), breakpointCalls()));
        setEntry();
        steps.done();
    }

    private CompletableFuture<?> wrapper(String terminalType) {
        String script = LaunchScript.text(debuggee, launch, machine.environment(), terminalType);
        return operations.launchScript(machine.directory(), script);
    }

    /** Has the program stop where it calls {@code breakpoint()}. */
    private CompletableFuture<?> breakpointCalls() {
        Settings settings = launch.settings();
        return launch.debugging() && settings.reverseDebugging() == null && !settings.nonStop()
                ? operations.breakpointCalls()
                : CompletableFuture.completedFuture(null);
    }

    /** Has it stop where it begins, when the client or the session needs that. */
    private void setEntry() {
        if (launch.stopOnEntry() || launch.settings().reverseDebugging() != null || commands.needsStop()) {
            entry.set(debuggee.isPython(), launch.stopOnEntry());
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
        return "The program could not be started. "
                + tooLong(why)
                        .orElse(why + " Check that it starts by hand"
                                + (gdb.isElsewhere() ? ", where GDB runs." : "."));
    }

    /** The launch script has ended with the status of what is found but cannot be executed. */
    private Optional<String> tooLong(String why) {
        return gdb.isElsewhere() || !why.contains("exited with code " + NOT_EXECUTED)
                ? Optional.empty()
                : ArgumentSpace.refusal(debuggee, launch, machine.environment());
    }

    @Override
    public Optional<Machine> machine() {
        return Optional.of(machine);
    }

    /** No process that was attached to can be restarted. */
    @Override
    public Optional<Capabilities> capabilities() {
        Capabilities capabilities = new Capabilities();
        capabilities.setSupportsRestartRequest(true);
        return Optional.of(capabilities);
    }

    @Override
    public ProcessEventArguments process(long pid) {
        return Target.event(Program.name(launch), pid, !gdb.isElsewhere(), ProcessEventArgumentsStartMethod.LAUNCH);
    }
}
