package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.BreakpointRequests;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchArguments;
import dev.twinstack.adapter.launch.Settings;
import dev.twinstack.adapter.modules.Modules;
import dev.twinstack.mi.MiException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;

/**
 * The beginning of a session: initialize, launch or attach, configurationDone, the program runs. The second of them is answered after
 * configurationDone, and the program runs after that answer (DAP overview, "Launching and attaching"). With restart it runs anew.
 */
public final class Session {
    private final SessionThread thread;
    private final Events events;
    private final Startup startup;
    private final Execution execution;
    private final SourceMap sourceMap;
    private final BreakpointRequests breakpoints;
    private final Modules modules;
    private final TranscriptFile transcript;
    private Runnable onBeginFailed = () -> {};
    private Target target;
    private LaunchArguments debugged;
    /** The answer to launch or attach; null before, and after one that failed. */
    private CompletableFuture<Void> starting;
    /** What launch or attach waits for before the client may set breakpoints; failing it gives the request up. */
    private CompletableFuture<Void> preparation;
    /** Whether the client was told that it may set breakpoints. */
    private boolean configurable;

    public Session(
            SessionThread thread,
            Events events,
            Startup startup,
            Execution execution,
            SourceMap sourceMap,
            BreakpointRequests breakpoints,
            Modules modules,
            TranscriptFile transcript) {
        this.thread = thread;
        this.events = events;
        this.startup = startup;
        this.execution = execution;
        this.sourceMap = sourceMap;
        this.breakpoints = breakpoints;
        this.modules = modules;
        this.transcript = transcript;
    }

    /** What is done when the program cannot run after all. */
    public void onBeginFailed(Runnable action) {
        onBeginFailed = action;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsConfigurationDoneRequest(true);
    }

    /** Takes hold of what the client wants to debug, then asks for the configuration; completed by {@link #configurationDone}. */
    CompletableFuture<Void> begin(LaunchArguments wanted) {
        if (starting != null) {
            throw new UserError(
                    "A program is already debugged in this session; start another session for another program.");
        }
        transcript.open(wanted.settings().logFile());
        prepare(wanted);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        starting = answer;
        answer.whenComplete((done, failure) -> answered(failure));
        preparation.whenComplete((ready, failure) -> prepared(failure));
        return answer;
    }

    private void prepare(LaunchArguments wanted) {
        Settings settings = wanted.settings();
        settings.warnings().forEach(events::tell);
        sourceMap.use(settings.sourceMap(), settings.cwd());
        breakpoints.refuseAll(wanted.breakpointRefusal());
        modules.clear();
        target = startup.target(wanted);
        preparation = startup.prepare(target, settings);
        debugged = wanted;
    }

    /**
     * DAP: restart. The program is ended and started anew in the same GDB, which keeps the breakpoints. {@code latest}: the launch
     * configuration by now, or null for that of before.
     */
    CompletableFuture<Void> restart(LaunchArguments latest) {
        if (!(debugged instanceof Launch before) || !execution.isAlive()) {
            throw new UserError("Only a program that was launched and has not ended can be restarted;"
                    + " end this session and start another.");
        }
        Launch wanted = latest == null ? before : again(latest, before);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        execution.inferior().standStill(() -> restart(wanted, answer));
        return answer;
    }

    private static Launch again(LaunchArguments wanted, Launch before) {
        if (wanted instanceof Launch launch
                && Objects.equals(launch.settings().gdb(), before.settings().gdb())
                && launch.settings().gdbArgs().equals(before.settings().gdbArgs())) {
            return launch;
        }
        throw new UserError("A restart cannot change 'gdb' or open a core file; start another session for that.");
    }

    private void restart(Launch wanted, CompletableFuture<Void> answer) {
        try {
            startup.discard();
            prepare(wanted);
            preparation.whenComplete((ready, failure) -> restarted(answer, failure));
        } catch (RuntimeException failed) {
            restarted(answer, failed);
        }
    }

    private void restarted(CompletableFuture<Void> answer, Throwable failure) {
        if (failure == null) {
            answer.complete(null);
            run();
        } else {
            answer.completeExceptionally(failure);
            onBeginFailed.run();
        }
    }

    /** The part of launch or attach that a client can take back; what stands from then on is let go of by disconnect. */
    CompletableFuture<Void> preparation() {
        return preparation;
    }

    /** A request that failed, or that its client has given up, leaves room for another. */
    private void answered(Throwable failure) {
        if (failure != null && !configurable) {
            starting = null;
            target.giveUp();
        }
    }

    private void prepared(Throwable failure) {
        if (failure == null) {
            configurable = true;
            declareRestart();
            thread.afterResponse(events::initialized);
        } else if (starting != null) {
            starting.completeExceptionally(failure);
        }
    }

    /** A process that was attached to, and a core file, cannot be started anew. */
    private void declareRestart() {
        if (debugged instanceof Launch) {
            Capabilities capabilities = new Capabilities();
            capabilities.setSupportsRestartRequest(true);
            events.capabilities(capabilities);
        }
    }

    void configurationDone() {
        if (!configurable) {
            throw new UserError("configurationDone came before the event 'initialized'; send launch or attach first.");
        }
        if (starting.isDone()) {
            throw new UserError("The configuration was already done, or the session is ending.");
        }
        thread.afterResponse(() -> {
            starting.complete(null);
            run();
        });
    }

    /** Answers a launch or attach that still waits for the configuration, whose program is not started any more. */
    public void abandon() {
        if (starting != null && !starting.isDone()) {
            starting.completeExceptionally(new UserError("The session ended before the program was started."));
        }
    }

    /** The program is a process now (MI: {@code =thread-group-started}). */
    public void processStarted(long pid) {
        if (target.isProcess()) {
            execution.inferior().started(pid);
        }
        events.process(target.process(pid));
    }

    private void run() {
        modules.settled();
        try {
            target.begin();
        } catch (MiException | UserError failed) {
            events.output(OutputEventArgumentsCategory.IMPORTANT, target.cannotBegin(failed.getMessage()) + "\n");
            onBeginFailed.run();
        }
    }
}
