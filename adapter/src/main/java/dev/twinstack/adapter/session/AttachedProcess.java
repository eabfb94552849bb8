package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Recording;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.machine.HeldChildren;
import dev.twinstack.adapter.machine.Machine;
import dev.twinstack.adapter.machine.RunningProcess;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A process that runs already: it stands while the client sets its breakpoints, and then runs on, unless a signal had stopped it before. */
final class AttachedProcess implements Target {
    private static final long LOOK_MILLIS = 15;

    private final Attach attach;
    private final Machine machine;
    private final HeldChildren children;
    private final SessionThread thread;
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Execution execution;
    private final ProgramState program;
    private final Recording recording;
    private final HeldProgram heldProgram;
    private final Events events;
    private final ConfiguredCommands commands;
    private final PreparationSteps steps = new PreparationSteps();
    private final Supplier<RunningProcess> named;
    private final Supplier<CompletableFuture<OptionalLong>> awaited;
    private RunningProcess process;

    AttachedProcess(
            Attach attach,
            Machine machine,
            SessionThread thread,
            Gdb gdb,
            SessionOperations operations,
            Execution execution,
            Recording recording,
            HeldProgram heldProgram,
            Events events,
            ConfiguredCommands commands) {
        this.attach = attach;
        this.machine = machine;
        this.children = machine.children(attach.place());
        this.thread = thread;
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.program = execution.program();
        this.recording = recording;
        this.heldProgram = heldProgram;
        this.events = events;
        this.commands = commands;
        this.awaited = attach.waitFor() == null ? null : machine.newProcess(attach.waitFor());
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
            gdb.await("the processes that are there already", awaited.get());
            events.tell(attach.waiting());
            look(System.nanoTime() + attach.patience().toNanos());
        }
        return steps.end();
    }

    @Override
    public void giveUp() {
        steps.giveUp();
    }

    /** Looks for the process again and again, in turns with whatever else the session thread has to do. */
    private void look(long deadline) {
        steps.next(() -> awaited.get()
                .whenComplete((found, failure) ->
                        thread.post(() -> steps.next(failure, () -> looked(found, deadline)))));
    }

    private void looked(OptionalLong found, long deadline) {
        if (found.isPresent()) {
            takeFound(found.getAsLong());
        } else if (System.nanoTime() < deadline) {
            CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> thread.post(() -> look(deadline)));
        } else {
            throw attach.notStarted();
        }
    }

    private void takeFound(long pid) {
        take(pid, machine.process(pid, attach.place()).get());
    }

    private void take(long pid, RunningProcess found) {
        process = found;
        process.root().ifPresent(root -> gdb.ask(MiCommand.console("set sysroot " + root)));
        gdb.await("the program's file", operations.programFile(process.executable(attach.program(), events::tell)));
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
    public ProcessEventArguments process(long pid) {
        return Target.event(process.name(), pid, !gdb.isElsewhere(), ProcessEventArgumentsStartMethod.ATTACH);
    }
}
