package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.ExceptionBreakpoints;
import dev.twinstack.adapter.children.Children;
import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.Progress;
import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Recording;
import dev.twinstack.adapter.execution.steps.EntryBreakpoint;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.LaunchArguments;
import dev.twinstack.adapter.launch.Settings;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.session.targets.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Brings GDB from its prompt to what the client wants to debug. */
public final class Startup {
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Execution execution;
    private final Recording recording;
    private final ConfiguredCommands commands;
    private final Progress progress;
    private final Events events;
    private final ClientFormat format;
    private final EntryBreakpoint entry;
    private final ExceptionBreakpoints exceptions;
    private final Children children;

    public Startup(
            Gdb gdb,
            Helpers helpers,
            Execution execution,
            ConfiguredCommands commands,
            Progress progress,
            Events events,
            ClientFormat format,
            EntryBreakpoint entry,
            ExceptionBreakpoints exceptions,
            Children children) {
        this.gdb = gdb;
        this.operations = new SessionOperations(helpers);
        this.execution = execution;
        this.recording = execution.recording();
        this.commands = commands;
        this.progress = progress;
        this.events = events;
        this.format = format;
        this.entry = entry;
        this.exceptions = exceptions;
        this.children = children;
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
            gdb.awaitReady(this::tellThatGdbIsSlow);
            progress.step(target.preparation());
            CompletableFuture<Runnable> filters = isNew
                    ? exceptions.begin(wanted.breakpointRefusal() == null)
                    : CompletableFuture.completedFuture(() -> {});
            CompletableFuture<?> set = CompletableFuture.allOf(
                    filters, set(wanted), isNew ? target.beforeCommands() : CompletableFuture.completedFuture(null));
            commands.use(settings.commands());
            if (isNew) {
                commands.init();
            }
            children.follow(settings.following(), target.machine());
            CompletableFuture<Void> prepared = target.prepare();
            gdb.await("the session's settings", set);
            filters.join().run();
            progress.step(target.preparation());
            prepared.whenComplete((ready, failure) -> undoAfter(failure, target));
            return prepared; // and not what whenComplete returns: to give that up would undo nothing
        } catch (RuntimeException failed) {
            target.giveUp();
            undoAfter(failed, target);
            throw failed;
        }
    }

    private void tellThatGdbIsSlow() {
        events.tell("GDB is not ready after " + Gdb.USUAL_START.toSeconds()
                + " seconds, and Twinstack goes on waiting for it."
                + " If it never is, check 'gdb', 'gdbArgs' and 'pipe' in the launch configuration.");
    }

    /** Ends the program that stands, or is gone already, so that another can be prepared in the same GDB. */
    void discard() {
        if (execution.program().isAlive()) {
            execution.termination().discard();
        }
        entry.remove();
        execution.reset();
    }

    private CompletableFuture<?> set(LaunchArguments wanted) {
        Settings settings = wanted.settings();
        List<CompletableFuture<?>> set = new ArrayList<>();
        set.add(execution.nonStop().use(settings.nonStop()));
        set.add(operations.justMyCode(settings.justMyCode(), settings.rules()));
        if (settings.maxStringLength() != null) {
            set.add(operations.showStrings(settings.maxStringLength()));
        }
        if (format.showsLazily() && !(wanted instanceof Core)) {
            set.add(operations.offerCode());
        }
        return CompletableFuture.allOf(set.toArray(CompletableFuture[]::new));
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
