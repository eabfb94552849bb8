package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.execution.Recording;
import dev.twinstack.adapter.execution.StoppedEvents;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A process at the other end of a pipe, by its number there or by its name. */
final class PipedProcess implements Target {
    private static final long LOOK_MILLIS = 50;

    private final Attach attach;
    private final SessionThread thread;
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Machine machine;
    private final Execution execution;
    private final ProgramState program;
    private final Recording recording;
    private final StoppedEvents stoppedEvents;
    private final Events events;
    private final ConfiguredCommands commands;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private boolean wasStopped;

    PipedProcess(
            Attach attach,
            SessionThread thread,
            Gdb gdb,
            SessionOperations operations,
            Machine machine,
            Execution execution,
            Recording recording,
            StoppedEvents stoppedEvents,
            Events events,
            ConfiguredCommands commands) {
        this.attach = attach;
        this.thread = thread;
        this.gdb = gdb;
        this.operations = operations;
        this.machine = machine;
        this.execution = execution;
        this.program = execution.program();
        this.recording = recording;
        this.stoppedEvents = stoppedEvents;
        this.events = events;
        this.commands = commands;
    }

    @Override
    public String title() {
        return attach.waitFor() == null
                ? "Attaching to process " + attach.processId()
                : "Attaching to " + attach.waitFor();
    }

    @Override
    public CompletableFuture<Void> prepare() {
        if (attach.waitFor() == null) {
            take(attach.processId());
        } else {
            machine.newProcess(attach.waitFor()); // those that are there already
            events.tell(attach.waiting());
            look(System.nanoTime() + attach.patience().toNanos());
        }
        return ready;
    }

    @Override
    public void giveUp() {
        ready.cancel(false);
    }

    private void look(long deadline) {
        if (ready.isDone()) {
            return;
        }
        try {
            long found = machine.newProcess(attach.waitFor());
            if (found != 0) {
                take(found);
            } else if (System.nanoTime() < deadline) {
                CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                        .execute(() -> thread.post(() -> look(deadline)));
            } else {
                throw attach.notStarted();
            }
        } catch (RuntimeException failed) {
            ready.completeExceptionally(failed);
        }
    }

    private void take(long pid) {
        Machine.ProcessThere process = machine.process(pid);
        wasStopped = process.stopped();
        if (process.root() != null) {
            gdb.ask(MiCommand.console("set sysroot " + process.root()));
        }
        gdb.await("the program's file", operations.programFile(Path.of(process.executable())));
        commands.preRun();
        execution.inferior().elsewhere();
        try {
            execution.inferior().attach(pid, this::stands);
        } catch (MiErrorException refused) {
            throw refused.isQuit() ? refused : refusal(pid, refused);
        }
    }

    private static UserError refusal(long pid, MiErrorException refused) {
        return new UserError(
                "GDB could not attach to the process " + pid + ": " + refused.getMessage()
                        + " Run GDB there as root or as the process's user, and where Linux lets only ancestors attach,"
                        + " set kernel.yama.ptrace_scope=0; a container needs the capability SYS_PTRACE.",
                refused);
    }

    private void stands() {
        if (program.isAlive()) {
            ready.complete(null);
        } else {
            ready.completeExceptionally(
                    new UserError("The process ended while Twinstack attached to it; choose another."));
        }
    }

    @Override
    public void begin() {
        recording.begin();
        commands.postRun();
        if (attach.stopOnEntry() || wasStopped) {
            stoppedEvents.entry();
        } else {
            execution.continueAll();
        }
    }

    @Override
    public String cannotBegin(String why) {
        return "The process could not run on under the debugger. " + why + " It is let go of.";
    }

    @Override
    public boolean isHere() {
        return false;
    }

    @Override
    public ProcessEventArguments process(long pid) {
        String name = attach.waitFor() == null ? "process " + pid : attach.waitFor();
        return Target.elsewhere(name, pid, ProcessEventArgumentsStartMethod.ATTACH);
    }
}
