package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.ExceptionBreakpoints;
import dev.twinstack.adapter.children.Children;
import dev.twinstack.adapter.client.Progress;
import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.execution.EntryBreakpoint;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.execution.Recording;
import dev.twinstack.adapter.execution.StoppedEvents;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchArguments;
import dev.twinstack.adapter.launch.Remote;
import dev.twinstack.adapter.launch.Settings;
import dev.twinstack.adapter.machine.Machine;
import dev.twinstack.adapter.machine.PipedMachine;
import dev.twinstack.adapter.machine.ThisMachine;
import dev.twinstack.adapter.output.ClientTerminal;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.GdbPipe;
import java.util.concurrent.CompletableFuture;

/** Brings GDB from its prompt to what the client wants to debug. */
public final class Startup {
    private final SessionThread thread;
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Helpers helpers;
    private final Execution execution;
    private final ProgramState program;
    private final Recording recording;
    private final StoppedEvents stoppedEvents;
    private final Events events;
    private final ConfiguredCommands commands;
    private final Progress progress;
    private final DebuggeeTerminal terminal;
    private final ClientTerminal clientTerminal;
    private final EntryBreakpoint entry;
    private final ExceptionBreakpoints exceptions;
    private final Children children;
    private final SessionDirectory directory;
    private final StartedServer server;

    public Startup(
            SessionThread thread,
            Gdb gdb,
            Helpers helpers,
            Execution execution,
            Recording recording,
            StoppedEvents stoppedEvents,
            Events events,
            ConfiguredCommands commands,
            Progress progress,
            DebuggeeTerminal terminal,
            ClientTerminal clientTerminal,
            EntryBreakpoint entry,
            ExceptionBreakpoints exceptions,
            Children children,
            SessionDirectory directory,
            StartedServer server) {
        this.thread = thread;
        this.gdb = gdb;
        this.operations = new SessionOperations(helpers);
        this.helpers = helpers;
        this.execution = execution;
        this.program = execution.program();
        this.recording = recording;
        this.stoppedEvents = stoppedEvents;
        this.events = events;
        this.commands = commands;
        this.progress = progress;
        this.terminal = terminal;
        this.clientTerminal = clientTerminal;
        this.entry = entry;
        this.exceptions = exceptions;
        this.children = children;
        this.directory = directory;
        this.server = server;
    }

    /** Throws {@link dev.twinstack.adapter.dap.UserError} when there is no such program, process or core file. */
    Target target(LaunchArguments wanted) {
        if (wanted instanceof Remote remote) {
            return remote(remote);
        }
        Machine machine = machine(wanted.settings().pipe());
        if (wanted instanceof Launch launch) {
            return new LaunchedProgram(
                    launch, machine, gdb, operations, execution, commands, terminal, clientTerminal, entry);
        }
        return wanted instanceof Attach attach
                ? new AttachedProcess(
                        attach, machine, thread, gdb, operations, execution, recording, stoppedEvents, events, commands)
                : new OpenedCore(
                        (Core) wanted, machine, thread, gdb, operations, execution, stoppedEvents, events, commands);
    }

    private Machine machine(GdbPipe pipe) {
        return pipe == null
                ? new ThisMachine(gdb, directory::path, events::tell)
                : new PipedMachine(pipe, gdb, helpers, events::tell);
    }

    private Target remote(Remote remote) {
        RemoteConnection connection = new RemoteConnection(thread, gdb);
        return new RemoteProgram(
                remote,
                server,
                connection,
                gdb,
                operations,
                execution,
                recording,
                stoppedEvents,
                events,
                commands,
                entry);
    }

    /** Completed on the session thread when breakpoints can be set. A failure leaves nothing behind, so that the next request begins anew. */
    CompletableFuture<Void> prepare(Target target, LaunchArguments wanted) {
        Settings settings = wanted.settings();
        progress.begin(target.title());
        try {
            recording.want(settings.reverseDebugging());
            progress.step("GDB starts");
            boolean isNew = !gdb.isInUse();
            gdb.start(settings.pipe(), settings.gdb(), settings.gdbArgs());
            gdb.awaitReady();
            progress.step(target.preparation());
            CompletableFuture<Runnable> filters = isNew
                    ? exceptions.begin(wanted.breakpointRefusal() == null)
                    : CompletableFuture.completedFuture(() -> {});
            CompletableFuture<?> set = CompletableFuture.allOf(filters, set(settings));
            commands.use(settings.commands());
            if (isNew) {
                commands.init();
            }
            children.follow(settings.following(), target.isProcess() && !gdb.isElsewhere());
            CompletableFuture<Void> prepared = target.prepare();
            gdb.await("the session's settings", set);
            filters.join().run();
            progress.step(target.preparation());
            prepared.whenComplete((ready, failure) -> undoAfter(failure, target));
            return prepared; // itself, so that whoever gives it up has it undone
        } catch (RuntimeException failed) {
            target.giveUp();
            undoAfter(failed, target);
            throw failed;
        }
    }

    /** Ends the program that stands, or is gone already, so that another can be prepared in the same GDB. */
    void discard() {
        if (program.isAlive()) {
            execution.inferior().discard();
        }
        entry.remove();
        execution.reset();
    }

    private CompletableFuture<?> set(Settings settings) {
        CompletableFuture<?> modes = CompletableFuture.allOf(
                execution.nonStop().use(settings.nonStop()),
                operations.justMyCode(settings.justMyCode(), settings.rules()));
        return settings.maxStringLength() == null
                ? modes
                : CompletableFuture.allOf(modes, operations.showStrings(settings.maxStringLength()));
    }

    private void undoAfter(Throwable failure, Target target) {
        progress.end(failure);
        if (failure != null) {
            target.undo();
            gdb.close();
            execution.reset();
        }
    }
}
