package dev.twinstack.adapter.session;

import dev.twinstack.adapter.attach.AttachCheck;
import dev.twinstack.adapter.attach.NewProcess;
import dev.twinstack.adapter.attach.ProcessFiles;
import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.core.CoreFiles;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.execution.Recording;
import dev.twinstack.adapter.execution.StoppedEvents;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.launch.Executables;
import dev.twinstack.adapter.process.StoppedProcess;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A process that runs already: it stands while the client sets its breakpoints, and then runs on, unless a signal had stopped it before. */
final class AttachedProcess implements Target {
    private static final long LOOK_MILLIS = 15;

    private final Attach attach;
    private final SessionThread thread;
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Execution execution;
    private final ProgramState program;
    private final Recording recording;
    private final StoppedEvents stoppedEvents;
    private final Events events;
    private final ConfiguredCommands commands;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final NewProcess awaited;
    private AttachCheck check;

    AttachedProcess(
            Attach attach,
            SessionThread thread,
            Gdb gdb,
            SessionOperations operations,
            Execution execution,
            Recording recording,
            StoppedEvents stoppedEvents,
            Events events,
            ConfiguredCommands commands) {
        this.attach = attach;
        this.thread = thread;
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.program = execution.program();
        this.recording = recording;
        this.stoppedEvents = stoppedEvents;
        this.events = events;
        this.commands = commands;
        this.awaited = attach.waitFor() == null ? null : new NewProcess(attach.waitFor());
        if (awaited == null && !attach.held()) {
            check = AttachCheck.of(attach.processId());
        }
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
        if (attach.held()) {
            takeFound(attach.processId());
        } else if (awaited == null) {
            take(attach.processId());
        } else {
            events.tell(attach.waiting());
            look(System.nanoTime() + attach.patience().toNanos());
        }
        return ready;
    }

    @Override
    public void giveUp() {
        ready.cancel(false);
    }

    /** Looks for the process again and again, in turns with whatever else the session thread has to do. */
    private void look(long deadline) {
        if (ready.isDone()) {
            return;
        }
        OptionalLong found = awaited.find();
        if (found.isPresent()) {
            takeFound(found.getAsLong());
        } else if (System.nanoTime() < deadline) {
            CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> thread.post(() -> look(deadline)));
        } else {
            ready.completeExceptionally(attach.notStarted());
        }
    }

    private void takeFound(long pid) {
        try {
            check = AttachCheck.of(pid);
            take(pid);
        } catch (RuntimeException failed) {
            ready.completeExceptionally(failed);
        }
    }

    private void take(long pid) {
        ProcessFiles files = new ProcessFiles(pid);
        files.root().ifPresent(root -> gdb.ask(MiCommand.console("set sysroot " + root)));
        gdb.await("the program's file", operations.programFile(program(files)));
        commands.preRun();
        try {
            execution.inferior().attach(pid, this::stands);
        } catch (MiErrorException refused) {
            throw refused.isQuit() ? refused : check.failed(refused);
        }
    }

    /** The executable that the user names when it is the same build, else the process's own; a Python script is none. */
    private Path program(ProcessFiles files) {
        Path named = attach.program();
        Path own = files.executable();
        if (named == null) {
            return own;
        }
        if (!Executables.isElf(named)) {
            events.tell(Executables.notElf(named) + ", so the process's own is used instead.");
            return own;
        }
        if (!CoreFiles.buildIdOf(named).equals(CoreFiles.buildIdOf(own))) {
            events.tell("'" + named + "' is not the program that the process runs, or another build of it, so '" + own
                    + "' is used instead.");
            return own;
        }
        return named;
    }

    private void stands() {
        if (program.isAlive()) {
            if (attach.held()) {
                release();
            }
            ready.complete(null);
        } else {
            ready.completeExceptionally(
                    new UserError("The process ended while Twinstack attached to it; choose another."));
        }
    }

    /** A child that another session has left stopped runs as soon as nobody debugs it any more. */
    private void release() {
        gdb.ask(MiCommand.console("handle SIGCONT nostop noprint pass"));
        StoppedProcess.resume(attach.processId());
    }

    @Override
    public void undo() {
        if (attach.held()) {
            StoppedProcess.resume(attach.processId());
        }
    }

    @Override
    public void begin() {
        recording.begin();
        commands.postRun();
        if (attach.stopOnEntry() || check.isStopped() && !attach.held()) {
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
    public ProcessEventArguments process(long pid) {
        String name = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("process " + pid);
        return Target.local(name, pid, ProcessEventArgumentsStartMethod.ATTACH);
    }
}
