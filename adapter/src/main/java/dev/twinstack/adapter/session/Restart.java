package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.BreakpointRequests;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchArguments;
import dev.twinstack.adapter.session.targets.Target;
import dev.twinstack.adapter.session.targets.Targets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** DAP: restart. A launched program is ended and started anew in the same GDB, which keeps the breakpoints. */
public final class Restart {
    /** How long a program may take to stand still before it is not restarted. */
    private static final Duration STANDSTILL = Duration.ofSeconds(5);

    private static final String DOES_NOT_STAND = "The program was not restarted, because it did not stand still within "
            + STANDSTILL.toSeconds() + " seconds; try again, or end the session and start another.";

    private final SessionThread thread;
    private final Execution execution;
    private final BreakpointRequests breakpoints;
    private final Targets targets;
    private final Startup startup;
    private final Session session;
    private Runnable onFailed = () -> {};
    /** The answer to a restart that is being carried out, or null. */
    private CompletableFuture<Void> restarting;

    public Restart(
            SessionThread thread,
            Execution execution,
            BreakpointRequests breakpoints,
            Targets targets,
            Startup startup,
            Session session) {
        this.thread = thread;
        this.execution = execution;
        this.breakpoints = breakpoints;
        this.targets = targets;
        this.startup = startup;
        this.session = session;
    }

    /** Sets what is done when a restart was refused whose program has ended already. */
    public void onFailed(Runnable action) {
        onFailed = action;
    }

    /**
     * {@code latest}: the launch configuration by now, or null for the former one; a program that it cannot start is refused before the one that runs is
     * ended.
     */
    CompletableFuture<Void> begin(LaunchArguments latest) {
        if (restarting != null) {
            throw new UserError("The program is being restarted already.");
        }
        if (!(session.debugged() instanceof Launch before)
                || !execution.program().isAlive()) {
            throw new UserError("Only a program that was launched and has not ended can be restarted;"
                    + " end this session and start another.");
        }
        Launch wanted = latest == null ? before : again(latest, before);
        Target next = targets.of(wanted);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        restarting = answer;
        answer.whenComplete((done, failure) -> restarting = null);
        thread.postLater(STANDSTILL, () -> callOff(answer, DOES_NOT_STAND));
        try {
            execution.inferior().standStill(() -> replace(wanted, next, answer));
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
        }
        return answer;
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

    /** Refuses the restart with this answer and lets the program run on, unless it was ended already. */
    private void callOff(CompletableFuture<Void> answer, String why) {
        if (!answer.isDone() && execution.inferior().callOff()) {
            answer.completeExceptionally(new UserError(why));
        }
    }

    private void replace(Launch wanted, Target next, CompletableFuture<Void> answer) {
        try {
            startup.discard();
            execution.passOver(true); // what waits in the mailbox, up to here
            thread.post(() -> execution.passOver(false));
            breakpoints.processGone();
            session.prepare(wanted, next);
            session.preparation().whenComplete((ready, failure) -> replaced(answer, failure));
        } catch (RuntimeException failed) {
            replaced(answer, failed);
        }
    }

    private void replaced(CompletableFuture<Void> answer, Throwable failure) {
        if (answer.isDone()) {
            return; // the session has ended since
        }
        if (failure == null) {
            answer.complete(null);
            thread.afterResponse(session::run);
        } else {
            answer.completeExceptionally(failure);
            thread.afterResponse(onFailed);
        }
    }

    /** The program is to end for good. */
    public void terminating() {
        if (restarting != null) {
            callOff(restarting, "The program is not restarted, because it was asked to end since.");
        }
    }

    /** Refuses a restart that is being carried out, as the session ends. */
    public void abandon() {
        if (restarting != null) {
            restarting.completeExceptionally(new UserError("The session ended before the program was restarted."));
        }
    }
}
