package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.execution.StoppedEvents;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.mi.MiCommand;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.ProcessEventArguments;

/** A plain core file at the other end of a pipe, of which only GDB reads; what is missing or of another build is not found out before. */
final class PipedCore implements Target {
    private final Core arguments;
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Machine machine;
    private final Execution execution;
    private final StoppedEvents stoppedEvents;
    private final Events events;
    private final ConfiguredCommands commands;
    private int signal;

    PipedCore(
            Core arguments,
            Gdb gdb,
            SessionOperations operations,
            Machine machine,
            Execution execution,
            StoppedEvents stoppedEvents,
            Events events,
            ConfiguredCommands commands) {
        if (arguments.coreFile().matches("systemd(:.*)?|.*\\.(gz|zst|lz4|xz)")) {
            throw new UserError("Through a pipe only a plain core file is read; unpack it there ('coredumpctl dump -o"
                    + " FILE', 'xz -d', …) and name that file as 'coreFile'.");
        }
        this.arguments = arguments;
        this.gdb = gdb;
        this.operations = operations;
        this.machine = machine;
        this.execution = execution;
        this.stoppedEvents = stoppedEvents;
        this.events = events;
        this.commands = commands;
    }

    @Override
    public String title() {
        return "Opening the core file " + arguments.coreFile();
    }

    @Override
    public CompletableFuture<Void> prepare() {
        Path base = Path.of(gdb.place().start()).resolve(arguments.cwd());
        GdbPaths.set(gdb, arguments.libraries());
        String program = arguments.program() == null
                ? null
                : base.resolve(arguments.program()).toString();
        if (program != null) {
            gdb.await("the program's file", operations.programFile(Path.of(program)));
        }
        commands.preRun();
        Machine.OpenCore opened = machine.openCore(
                gdb.place().directory(), base.resolve(arguments.coreFile()).toString(), program);
        if (opened.program() == null) {
            events.tell(
                    "The executable of the core file is not there, so that little can be shown; name it as 'program'.");
        }
        signal = opened.signal();
        execution.openCore(gdb.ask(MiCommand.of("-data-evaluate-expression").verbatim("$_gthread"))
                .integer("value"));
        events.capabilities(OpenedCore.readOnly());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void begin() {
        commands.postRun();
        stoppedEvents.core(signal);
    }

    @Override
    public String cannotBegin(String why) {
        return "The core file could not be shown. " + why + " Check that GDB opens it by hand, where it runs.";
    }

    @Override
    public boolean isProcess() {
        return false;
    }

    @Override
    public boolean isHere() {
        return false;
    }

    @Override
    public ProcessEventArguments process(long pid) {
        ProcessEventArguments event = new ProcessEventArguments();
        event.setName(arguments.coreFile());
        event.setIsLocalProcess(false);
        return event;
    }
}
