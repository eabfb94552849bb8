package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.errands.PythonStops;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Inferior;
import dev.twinstack.adapter.program.ProgramState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DAP: disconnect. Unless the client says otherwise, a launched program is killed, and one that was attached to runs on without GDB. */
public final class Disconnect {
    private static final Logger LOG = LoggerFactory.getLogger(Disconnect.class);

    /** How long a program may take to stand still before it is left as it is. */
    private static final Duration STANDSTILL = Duration.ofSeconds(5);

    private final SessionThread thread;
    private final Events events;
    private final Execution execution;
    private final ProgramState program;
    private final Inferior inferior;
    private final PythonStops python;
    private final Shutdown shutdown;

    public Disconnect(SessionThread thread, Events events, Execution execution, PythonStops python, Shutdown shutdown) {
        this.thread = thread;
        this.events = events;
        this.execution = execution;
        this.program = execution.program();
        this.inferior = execution.inferior();
        this.python = python;
        this.shutdown = shutdown;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportTerminateDebuggee(true);
    }

    /** The client closed its stream without a word. */
    public void clientGone() {
        if (!shutdown.hasEnded()) {
            disconnect(null);
        }
    }

    /** {@code arguments} may be null. */
    CompletableFuture<Void> disconnect(DisconnectArguments arguments) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        boolean keeps = keepsProgram(arguments);
        if (program.isAlive() && (keeps || inferior.isRemote())) { // GDB ends no remote program that runs
            thread.postLater(STANDSTILL, () -> leave(keeps, answer));
            standStillAndLeave(keeps, answer);
        } else {
            if (program.isAlive() && inferior.isAttached()) {
                execution.termination().kill();
            }
            shutdown.end();
            answer.complete(null);
        }
        return answer;
    }

    private boolean keepsProgram(DisconnectArguments arguments) {
        Boolean terminate = arguments == null ? null : arguments.getTerminateDebuggee();
        return terminate == null ? inferior.isAttached() : !terminate;
    }

    /** What Python code has done to leave may have been interrupted too late: the program is not let go of with that signal still to come. */
    private void standStillAndLeave(boolean keeps, CompletableFuture<Void> answer) {
        Runnable leave = () -> leave(keeps, answer);
        Runnable leavePythonFirst = () -> {
            leavePython();
            standStill(leave, leave);
        };
        standStill(keeps ? leavePythonFirst : leave, leave);
    }

    /** Runs {@code action} where the program stands, and {@code otherwise} where it cannot be made to. */
    private void standStill(Runnable action, Runnable otherwise) {
        try {
            inferior.standStill(action);
        } catch (RuntimeException failed) {
            LOG.warn("The program could not be made to stand", failed);
            otherwise.run();
        }
    }

    private void leavePython() {
        try {
            python.leave();
        } catch (RuntimeException failed) {
            LOG.warn("What is left in the program does nothing without a debugger, but stays there", failed);
        }
    }

    /** Detaches from a program that stands, or ends it, and ends the session however that goes. */
    private void leave(boolean keeps, CompletableFuture<Void> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            if (program.isAlive() && keeps) {
                shutdown.letGo();
            } else if (program.isAlive()) {
                execution.termination().kill();
            }
            shutdown.end();
            answer.complete(null);
            thread.afterResponse(events::terminated);
        } catch (RuntimeException failed) {
            shutdown.end();
            answer.completeExceptionally(new UserError(
                    "The program could not be left running, and may have ended with GDB: " + failed.getMessage(),
                    failed));
        }
    }
}
