package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Recording;
import dev.twinstack.adapter.execution.steps.GotoTargets;
import dev.twinstack.adapter.execution.steps.StepInTargets;
import dev.twinstack.adapter.execution.steps.Steps;
import dev.twinstack.adapter.program.ProgramState;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ContinueArguments;
import org.eclipse.lsp4j.debug.ContinueResponse;
import org.eclipse.lsp4j.debug.GotoArguments;
import org.eclipse.lsp4j.debug.GotoTargetsArguments;
import org.eclipse.lsp4j.debug.GotoTargetsResponse;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.PauseArguments;
import org.eclipse.lsp4j.debug.StepBackArguments;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepInTargetsArguments;
import org.eclipse.lsp4j.debug.StepInTargetsResponse;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.ThreadsResponse;

/** The requests that make the program run, step and stand, and those that ask for its threads. */
public final class ExecutionRequests {
    private final Execution execution;
    private final ProgramState program;
    private final Steps steps;
    private final Recording recording;
    private final StepInTargets stepInTargets;
    private final GotoTargets gotoTargets;
    private final Threads threads;

    public ExecutionRequests(
            Execution execution, Steps steps, StepInTargets stepInTargets, GotoTargets gotoTargets, Threads threads) {
        this.execution = execution;
        this.program = execution.program();
        this.steps = steps;
        this.recording = execution.recording();
        this.stepInTargets = stepInTargets;
        this.gotoTargets = gotoTargets;
        this.threads = threads;
    }

    public void declare(Capabilities capabilities) {
        steps.declare(capabilities);
        stepInTargets.declare(capabilities);
        gotoTargets.declare(capabilities);
    }

    /** DAP: continue. In non-stop mode a client continues all threads only if it says so. */
    public ContinueResponse continueThread(ContinueArguments arguments) {
        boolean all = !program.isNonStop() || Boolean.FALSE.equals(arguments.getSingleThread());
        if (all) {
            execution.continueAll();
        } else {
            execution.continueThread(arguments.getThreadId());
        }
        ContinueResponse response = new ContinueResponse();
        response.setAllThreadsContinued(all);
        return response;
    }

    public void next(NextArguments arguments) {
        steps.next(arguments.getThreadId(), arguments.getGranularity());
    }

    public void stepIn(StepInArguments arguments) {
        if (arguments.getTargetId() == null) {
            steps.stepIn(arguments.getThreadId(), arguments.getGranularity());
        } else {
            steps.stepInto(arguments.getThreadId(), stepInTargets.call(arguments.getTargetId()));
        }
    }

    public void stepOut(StepOutArguments arguments) {
        steps.stepOut(arguments.getThreadId());
    }

    public void stepBack(StepBackArguments arguments) {
        steps.back(arguments.getThreadId(), arguments.getGranularity());
    }

    public void reverseContinue() {
        recording.requireBackwards();
        execution.continueBackwards();
    }

    public StepInTargetsResponse stepInTargets(StepInTargetsArguments arguments) {
        return stepInTargets.stepInTargets(arguments);
    }

    public GotoTargetsResponse gotoTargets(GotoTargetsArguments arguments) {
        return gotoTargets.gotoTargets(arguments);
    }

    public void goTo(GotoArguments arguments) {
        gotoTargets.goTo(arguments);
    }

    /** DAP: pause. Stops all threads, and tells the one that the client names as paused; in non-stop mode stops that one alone. */
    public void pause(PauseArguments arguments) {
        boolean known = arguments != null && threads.has(arguments.getThreadId());
        if (!known && program.isNonStop()) {
            throw new UserError("There is no such thread to pause, or no longer; ask for the threads again.");
        }
        execution.pauses().ask(known ? arguments.getThreadId() : 0);
    }

    public ThreadsResponse threads() {
        return threads.threads();
    }

    /** {@code twinstack.threads}. */
    public Threads.Rows threadRows() {
        return threads.rows();
    }
}
