package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.execution.EntryBreakpoint;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Debuggee;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchScript;
import dev.twinstack.adapter.launch.Program;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.mi.GdbPlace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A program that GDB starts at the other end of a pipe, where its files and its terminal are. */
final class PipedProgram implements Target {
    private final Launch launch;
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Machine machine;
    private final Execution execution;
    private final ConfiguredCommands commands;
    private final DebuggeeTerminal terminal;
    private final EntryBreakpoint entry;

    PipedProgram(
            Launch launch,
            Gdb gdb,
            SessionOperations operations,
            Machine machine,
            Execution execution,
            ConfiguredCommands commands,
            DebuggeeTerminal terminal,
            EntryBreakpoint entry) {
        this.launch = launch;
        this.gdb = gdb;
        this.operations = operations;
        this.machine = machine;
        this.execution = execution;
        this.commands = commands;
        this.terminal = terminal;
        this.entry = entry;
    }

    @Override
    public String title() {
        return "Starting " + name();
    }

    private String name() {
        return launch.module() != null ? launch.module() : launch.code() != null ? "python -c" : launch.program();
    }

    @Override
    public CompletableFuture<Void> prepare() {
        GdbPlace place = gdb.place();
        Machine.Found found = machine.debuggee(
                launch, Path.of(place.start()).resolve(launch.cwd()).normalize());
        Debuggee debuggee = Program.elsewhere(launch, Path.of(found.executable()), found.target(), found.entry());
        String script = LaunchScript.text(debuggee, Path.of(found.directory()), launch, environment(place), null);
        CompletableFuture<?> file = operations.programFile(debuggee.executable());
        CompletableFuture<?> wrapper = operations.launchScript(Path.of(place.directory()), script);
        terminal.openThrough(
                launch.settings().pipe(),
                place.directory(),
                connected -> gdb.awaitOther("the connection of the program's terminal", connected));
        gdb.await("the set-up of the program", CompletableFuture.allOf(file, wrapper));
        if (launch.stopOnEntry() || launch.settings().reverseDebugging() != null || commands.needsStop()) {
            entry.set(debuggee.entryFile(), launch.stopOnEntry());
        }
        execution.inferior().elsewhere();
        return CompletableFuture.completedFuture(null);
    }

    /** That of the pipe, of which GDB has its own locale. */
    private static Map<String, String> environment(GdbPlace place) {
        Map<String, String> environment = new HashMap<>(place.environment());
        environment.put(LaunchScript.REPLACED_LOCALE, environment.getOrDefault("LC_ALL", ""));
        return environment;
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
        return "The program could not be started. " + why + " Check that it starts by hand, where GDB runs.";
    }

    @Override
    public boolean isHere() {
        return false;
    }

    @Override
    public ProcessEventArguments process(long pid) {
        return Target.elsewhere(name(), pid, ProcessEventArgumentsStartMethod.LAUNCH);
    }
}
