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
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.variables.PythonCode;
import dev.twinstack.mi.MiException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.lsp4j.debug.Capabilities;

/**
 * The beginning of a session: initialize, launch or attach, configurationDone, the program runs. Launch or attach is answered after
 * configurationDone, and the program runs after that answer (DAP overview, "Launching and attaching"). With restart it runs anew.
 */
public final class Session {
    /** How long a program may take to stand still before it is not restarted. */
    private static final int STANDSTILL_SECONDS = 5;

    private static final String DOES_NOT_STAND = "The program was not restarted, because it did not stand still within "
            + STANDSTILL_SECONDS + " seconds; try again, or end the session and start another.";

    private final SessionThread thread;
    private final Events events;
    private final Startup startup;
    private final Execution execution;
    private final ProgramState program;
    private final SourceMap sourceMap;
    private final MergedStack stack;
    private final BreakpointRequests breakpoints;
    private final PythonCode pythonCode;
    private final Modules modules;
    private final TranscriptFile transcript;
    private Consumer<String> onBeginFailed = why -> {};
    private Runnable onRestartFailed = () -> {};
    private Target target;
    private LaunchArguments debugged;
    /** The answer to launch or attach; null before, and after one that failed. */
    private CompletableFuture<Void> starting;
    /** What launch or attach waits for before the client may set breakpoints; failing it gives the request up. */
    private CompletableFuture<Void> preparation;
    /** The answer to a restart that is being carried out, or null. */
    private CompletableFuture<Void> restarting;
    /** Whether the client was told that it may set breakpoints. */
    private boolean configurable;

    public Session(
            SessionThread thread,
            Events events,
            Startup startup,
            Execution execution,
            SourceMap sourceMap,
            MergedStack stack,
            BreakpointRequests breakpoints,
            PythonCode pythonCode,
            Modules modules,
            TranscriptFile transcript) {
        this.thread = thread;
        this.events = events;
        this.startup = startup;
        this.execution = execution;
        this.program = execution.program();
        this.sourceMap = sourceMap;
        this.stack = stack;
        this.breakpoints = breakpoints;
        this.pythonCode = pythonCode;
        this.modules = modules;
        this.transcript = transcript;
    }

    /** What is done when the program cannot run after all, with a sentence that says why. */
    public void onBeginFailed(Consumer<String> action) {
        onBeginFailed = action;
    }

    /** What is done when a restart was refused, whose program has ended. */
    public void onRestartFailed(Runnable action) {
        onRestartFailed = action;
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
        prepare(wanted, startup.target(wanted));
        CompletableFuture<Void> answer = new CompletableFuture<>();
        starting = answer;
        answer.whenComplete((done, failure) -> answered(failure));
        preparation.whenComplete((ready, failure) -> prepared(failure));
        return answer;
    }

    private void prepare(LaunchArguments wanted, Target next) {
        Settings settings = wanted.settings();
        settings.warnings().forEach(events::tell);
        sourceMap.use(settings.sourceMap(), settings.cwd());
        stack.show(settings.frameView());
        breakpoints.refuseAll(wanted.breakpointRefusal());
        breakpoints.recorded(settings.reverseDebugging() != null);
        pythonCode.limit(settings.evaluationTimeout());
        modules.clear();
        target = next;
        preparation = startup.prepare(target, wanted);
        debugged = wanted;
    }

    /**
     * DAP: restart. The program is ended and started anew in the same GDB, which keeps the breakpoints. {@code latest}: the launch
     * configuration by now, or null for that of before; a program that it cannot start is refused before the one that runs is ended.
     */
    CompletableFuture<Void> restart(LaunchArguments latest) {
        if (restarting != null) {
            throw new UserError("The program is being restarted already.");
        }
        if (!(debugged instanceof Launch before) || !program.isAlive()) {
            throw new UserError("Only a program that was launched and has not ended can be restarted;"
                    + " end this session and start another.");
        }
        Launch wanted = latest == null ? before : again(latest, before);
        Target next = startup.target(wanted);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        restarting = answer;
        answer.whenComplete((done, failure) -> restarting = null);
        CompletableFuture.delayedExecutor(STANDSTILL_SECONDS, TimeUnit.SECONDS)
                .execute(() -> thread.post(() -> callOff(answer, DOES_NOT_STAND)));
        try {
            execution.inferior().standStill(() -> restart(wanted, next, answer));
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
        }
        return answer;
    }

    /** The program runs on, if it has not been ended yet for the restart that has this answer. */
    private void callOff(CompletableFuture<Void> answer, String why) {
        if (!answer.isDone() && execution.inferior().callOff()) {
            answer.completeExceptionally(new UserError(why));
        }
    }

    /** The program is to end for good. */
    public void terminating() {
        if (restarting != null) {
            callOff(restarting, "The program is not restarted, because it was asked to end since.");
        }
    }

    private static Launch again(LaunchArguments wanted, Launch before) {
        if (wanted instanceof Launch launch
                && Objects.equals(launch.settings().pipe(), before.settings().pipe())
                && Objects.equals(launch.settings().gdb(), before.settings().gdb())
                && launch.settings().gdbArgs().equals(before.settings().gdbArgs())) {
            return launch;
        }
        throw new UserError(
                "A restart cannot change 'gdb' or 'pipe', or open a core file; start another session for that.");
    }

    private void restart(Launch wanted, Target next, CompletableFuture<Void> answer) {
        try {
            startup.discard();
            execution.passOver(true); // what waits in the mailbox, up to here
            thread.post(() -> execution.passOver(false));
            breakpoints.processGone();
            prepare(wanted, next);
            preparation.whenComplete((ready, failure) -> restarted(answer, failure));
        } catch (RuntimeException failed) {
            restarted(answer, failed);
        }
    }

    private void restarted(CompletableFuture<Void> answer, Throwable failure) {
        if (answer.isDone()) {
            return; // the session has ended since
        }
        if (failure == null) {
            answer.complete(null);
            thread.afterResponse(this::run);
        } else {
            answer.completeExceptionally(failure);
            thread.afterResponse(onRestartFailed);
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
            declareWhatItAllows();
            thread.afterResponse(events::initialized);
        } else if (starting != null) {
            starting.completeExceptionally(failure);
        }
    }

    /** Only a launched program can be restarted; a process that was attached to is let go of, and not ended, when its debugging ends. */
    private void declareWhatItAllows() {
        Capabilities capabilities = new Capabilities();
        if (debugged instanceof Launch) {
            capabilities.setSupportsRestartRequest(true);
        } else if (execution.inferior().isAttached()) {
            capabilities.setSupportsTerminateRequest(false);
        } else {
            return;
        }
        events.capabilities(capabilities);
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

    /** Refuses a restart, and a launch or attach that still waits for the configuration, as the session ends and their program will not start. */
    public void abandon() {
        if (restarting != null) {
            restarting.completeExceptionally(new UserError("The session ended before the program was restarted."));
        }
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
            onBeginFailed.accept(target.cannotBegin(failed.getMessage()));
        }
    }
}
