package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Recording;
import dev.twinstack.adapter.execution.steps.EntryBreakpoint;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Executables;
import dev.twinstack.adapter.launch.LaunchScript;
import dev.twinstack.adapter.launch.Remote;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.mi.MiCommand;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A program that a stub holds already, where it stands until the client has set its breakpoints, or that the stub is to start. */
final class RemoteProgram implements Target {
    /** GDB's cache of the stack and of code is to read whole pages: by default it reads 64 bytes at a time, each in a packet of its own. */
    private static final List<String> SETTINGS = List.of("set dcache line-size 4096", "set tcp connect-timeout 5");

    private final Remote remote;
    private final RemoteConnection connection;
    private final Gdb gdb;
    private final TargetOperations operations;
    private final Execution execution;
    private final ProgramState program;
    private final Recording recording;
    private final HeldProgram heldProgram;
    private final ConfiguredCommands commands;
    private final EntryBreakpoint entry;
    private final PreparationSteps steps = new PreparationSteps();
    private boolean held;

    RemoteProgram(
            Remote remote,
            RemoteConnection connection,
            Gdb gdb,
            TargetOperations operations,
            Execution execution,
            HeldProgram heldProgram,
            ConfiguredCommands commands,
            EntryBreakpoint entry) {
        this.remote = remote;
        this.connection = connection;
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.program = execution.program();
        this.recording = execution.recording();
        this.heldProgram = heldProgram;
        this.commands = commands;
        this.entry = entry;
    }

    @Override
    public String title() {
        return remote.server() == null
                ? "Connecting to " + remote.address().text()
                : "Starting " + remote.server().command().get(0);
    }

    @Override
    public CompletableFuture<Void> prepare() {
        SETTINGS.forEach(setting -> gdb.send(MiCommand.console(setting)));
        GdbPaths.set(gdb, remote.libraries());
        if (isElf()) {
            gdb.await("the program's file", operations.programFile(remote.program()));
        }
        execution.inferior().awaitRemote(remote.launched(), this::stands);
        commands.preRun();
        connection.open(remote).whenComplete((connected, refusal) -> steps.next(refusal, this::hold));
        return steps.end();
    }

    @Override
    public void undo() {
        connection.endServer();
    }

    @Override
    public void giveUp() {
        steps.giveUp();
        connection.giveUp();
    }

    private boolean isElf() {
        return remote.program() != null && Executables.isElf(remote.program());
    }

    /** Goes on once GDB is connected. If a program stands at the other end, GDB has told of that before. */
    private void hold() {
        commands.connected();
        if (program.isAlive()) {
            steps.done();
        } else if (remote.processId() != 0) {
            execution.inferior().attach(remote.processId(), this::stands);
        } else if (remote.launched()
                && remote.program() != null
                && remote.address().extended()) {
            execution.inferior().expectNoStop();
            passArguments();
            prepareEntry();
            steps.done();
        } else {
            throw new UserError("The target '" + remote.address().text() + "' holds no program; start one with it, or"
                    + " name a 'program' to launch or a 'processId' to attach to, with the target's type"
                    + " 'extended-remote'.");
        }
    }

    private void stands() {
        if (!program.isAlive()) {
            steps.fail(new UserError("The program ended while Twinstack connected to it; start it anew."));
        } else {
            held = true;
            if (goesBack()) {
                recording.ofTarget();
            } else {
                recording.begin();
            }
            if (remote.processId() != 0) {
                steps.done();
            }
            if (remote.launched()) {
                prepareEntry();
            }
        }
    }

    private boolean goesBack() {
        return gdb.ask(MiCommand.of("-list-target-features"))
                .list("features")
                .texts()
                .contains("reverse");
    }

    private void prepareEntry() {
        if (remote.stopOnEntry() || !held && commands.needsStop()) {
            entry.set(remote.program() != null && !isElf(), remote.stopOnEntry());
        }
    }

    private void passArguments() {
        gdb.ask(MiCommand.console("set remote exec-file " + remote.program()));
        gdb.ask(MiCommand.console(
                "set args " + remote.args().stream().map(LaunchScript::quote).collect(Collectors.joining(" "))));
        remote.environment()
                .forEach((name, value) -> gdb.ask(MiCommand.console(
                        value == null ? "unset environment " + name : "set environment " + name + " = " + value)));
    }

    @Override
    public void begin() {
        if (held) {
            heldProgram.begin(remote.stopAtConnect() || remote.stopOnEntry() && !remote.launched());
        } else {
            execution.run();
        }
    }

    @Override
    public String cannotBegin(String why) {
        return "The target could not run its program. " + why + " The session ends.";
    }

    @Override
    public void started(long pid) {
        connection.serves(pid);
    }

    @Override
    public Optional<Capabilities> capabilities() {
        return execution.inferior().isAttached() ? Optional.of(AttachedProcess.withoutTerminate()) : Optional.empty();
    }

    @Override
    public ProcessEventArguments process(long pid) {
        String name = remote.program() == null
                ? remote.address().text()
                : remote.program().getFileName().toString();
        return Target.event(
                name,
                pid,
                false,
                remote.launched() ? ProcessEventArgumentsStartMethod.LAUNCH : ProcessEventArgumentsStartMethod.ATTACH);
    }
}
