package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.launch.LaunchArguments;
import dev.twinstack.adapter.modules.Modules;
import dev.twinstack.adapter.session.targets.Target;
import dev.twinstack.adapter.session.targets.Targets;
import dev.twinstack.mi.MiException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.debug.Capabilities;

/**
 * The beginning of a session: initialize, launch or attach, configurationDone, the program runs. Launch or attach is answered after
 * configurationDone, and the program runs after that answer (DAP overview, "Launching and attaching").
 */
public final class Session {
    private final SessionThread thread;
    private final Events events;
    private final Targets targets;
    private final Startup startup;
    private final Configuration configuration;
    private final Execution execution;
    private final Modules modules;
    private final TranscriptFile transcript;
    private Consumer<String> onBeginFailed = why -> {};
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
            Targets targets,
            Startup startup,
            Configuration configuration,
            Execution execution,
            Modules modules,
            TranscriptFile transcript) {
        this.thread = thread;
        this.events = events;
        this.targets = targets;
        this.startup = startup;
        this.configuration = configuration;
        this.execution = execution;
        this.modules = modules;
        this.transcript = transcript;
    }

    /** Sets what is done when the program cannot run after all, with a sentence that says why. */
    public void onBeginFailed(Consumer<String> action) {
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
        prepare(wanted, targets.of(wanted));
        CompletableFuture<Void> answer = new CompletableFuture<>();
        starting = answer;
        answer.whenComplete((done, failure) -> answered(failure));
        preparation.whenComplete((ready, failure) -> prepared(failure));
        return answer;
    }

    /** Brings GDB to where breakpoints can be set; {@link #preparation} is completed then. */
    void prepare(LaunchArguments wanted, Target next) {
        configuration.apply(wanted);
        target = next;
        preparation = startup.prepare(target, wanted);
        debugged = wanted;
    }

    /** What is debugged; null before there is anything. */
    LaunchArguments debugged() {
        return debugged;
    }

    /** The part of launch or attach that a client can take back; a program that is held after it takes a disconnect to let go of. */
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
            target.capabilities().ifPresent(events::capabilities);
            thread.afterResponse(events::initialized);
        } else if (starting != null) {
            starting.completeExceptionally(failure);
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

    /** Refuses a launch or attach that still waits for the configuration, as the session ends and its program will not start. */
    public void abandon() {
        if (starting != null && !starting.isDone()) {
            starting.completeExceptionally(new UserError("The session ended before the program was started."));
        }
    }

    /** The program is a process now (MI: {@code =thread-group-started}). */
    void processStarted(long pid) {
        if (target.machine().isPresent()) {
            execution.started(pid);
        }
        target.started(pid);
        events.process(target.process(pid));
    }

    /** Lets the program that was prepared run. */
    void run() {
        modules.settled();
        try {
            target.begin();
        } catch (MiException | UserError failed) {
            onBeginFailed.accept(target.cannotBegin(failed.getMessage()));
        }
    }
}
