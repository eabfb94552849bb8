package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Recording;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.machine.AwaitedProcess;
import dev.twinstack.adapter.machine.HeldChildren;
import dev.twinstack.adapter.machine.Machine;
import dev.twinstack.adapter.machine.RunningProcess;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A process that runs already: it stands while the client sets its breakpoints, and then runs on, unless a signal had stopped it before. */
final class AttachedProcess implements Target {
    private final Attach attach;
    private final Machine machine;
    private final HeldChildren children;
    private final Gdb gdb;
    private final TargetOperations operations;
    private final Execution execution;
    private final ProgramState program;
    private final Recording recording;
    private final HeldProgram heldProgram;
    private final ConfiguredCommands commands;
    private final PreparationSteps steps = new PreparationSteps();
    private final Supplier<RunningProcess> named;
    private final AwaitedProcess awaited;
    private RunningProcess process;

    AttachedProcess(
            Attach attach,
            Machine machine,
            Gdb gdb,
            TargetOperations operations,
            Execution execution,
            HeldProgram heldProgram,
            ConfiguredCommands commands) {
        this.attach = attach;
        this.machine = machine;
        this.children = machine.children(attach.place());
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.program = execution.program();
        this.recording = execution.recording();
        this.heldProgram = heldProgram;
        this.commands = commands;
        this.awaited = attach.waitFor() == null ? null : machine.newProcess(attach);
        this.named = awaited == null && !attach.held() ? machine.process(attach.processId(), null) : null;
    }

    @Override
    public String title() {
        return awaited == null ? "Attaching to process " + attach.processId() : "Attaching to " + attach.waitFor();
    }

    @Override
    public String preparation() {
        return awaited == null ? Target.super.preparation() : "The process is still to start";
    }

    @Override
    public CompletableFuture<Void> prepare() {
        if (named != null) {
            take(attach.processId(), named.get());
        } else if (awaited == null) {
            steps.next(() -> takeFound(attach.processId()));
        } else {
            gdb.await("the processes that are there already", awaited.others());
            awaited.started().whenComplete((pid, failure) -> steps.next(failure, () -> takeFound(pid)));
        }
        return steps.end();
    }

    @Override
    public void giveUp() {
        steps.giveUp();
        if (awaited != null) {
            awaited.giveUp();
        }
    }

    private void takeFound(long pid) {
        take(pid, machine.process(pid, attach.place()).get());
    }

    private void take(long pid, RunningProcess found) {
        process = found;
        process.root().ifPresent(root -> gdb.ask(MiCommand.console("set sysroot " + root)));
        gdb.await("the program's file", operations.programFile(process.executable(attach.program())));
        commands.preRun();
        try {
            execution.inferior().attach(pid, this::stands);
        } catch (MiErrorException refused) {
            throw refused.isQuit() ? refused : process.failed(refused);
        }
    }

    private void stands() {
        if (program.isAlive()) {
            if (attach.held()) {
                release();
            }
            steps.done();
        } else {
            steps.fail(new UserError("The process ended while Twinstack attached to it; choose another."));
        }
    }

    /** Lets a child that another session has left stopped run as soon as nobody debugs it any more. */
    private void release() {
        gdb.ask(MiCommand.console("handle SIGCONT nostop noprint pass"));
        children.resume(attach.processId());
    }

    @Override
    public void undo() {
        if (attach.held()) {
            children.resume(attach.processId());
        }
    }

    @Override
    public void begin() {
        recording.begin();
        heldProgram.begin(attach.stopOnEntry() || process.isStopped() && !attach.held());
    }

    @Override
    public String cannotBegin(String why) {
        return "The process could not run on under the debugger. " + why + " It is let go of.";
    }

    @Override
    public Optional<Machine> machine() {
        return Optional.of(machine);
    }

    @Override
    public Optional<Capabilities> capabilities() {
        return Optional.of(withoutTerminate());
    }

    /** A process that was attached to is let go of, and not ended, when its debugging ends. */
    static Capabilities withoutTerminate() {
        Capabilities capabilities = new Capabilities();
        capabilities.setSupportsTerminateRequest(false);
        return capabilities;
    }

    @Override
    public ProcessEventArguments process(long pid) {
        return Target.event(process.name(), pid, !gdb.isElsewhere(), ProcessEventArgumentsStartMethod.ATTACH);
    }
}
