package dev.twinstack.adapter.execution;

import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ContinueResponse;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.ThreadsResponse;

/** The requests that make the program run, step and stand, and those that ask for its threads. */
public final class ExecutionRequests {
    private final Execution execution;
    private final Steps steps;
    private final Threads threads;

    public ExecutionRequests(Execution execution, Steps steps, Threads threads) {
        this.execution = execution;
        this.steps = steps;
        this.threads = threads;
    }

    public void declare(Capabilities capabilities) {
        steps.declare(capabilities);
    }

    public ContinueResponse continueAll() {
        return execution.continueAll();
    }

    public void next(NextArguments arguments) {
        steps.next(arguments.getThreadId(), arguments.getGranularity());
    }

    public void stepIn(StepInArguments arguments) {
        steps.stepIn(arguments.getThreadId(), arguments.getGranularity());
    }

    public void stepOut(StepOutArguments arguments) {
        steps.stepOut(arguments.getThreadId());
    }

    public void pause() {
        execution.pause();
    }

    public ThreadsResponse threads() {
        return threads.threads();
    }

    /** {@code twinstack.threads}. */
    public Threads.Rows threadRows() {
        return threads.rows();
    }
}
