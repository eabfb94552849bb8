package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.StepInTarget;
import org.eclipse.lsp4j.debug.StepInTargetsArguments;
import org.eclipse.lsp4j.debug.StepInTargetsResponse;

/** The calls that the line at hand is still to make, each of which can be stepped into past the others. */
public final class StepInTargets {
    private final StepOperations operations;
    private final PythonSteps python;
    private final ProgramState program;
    private final MergedStack stack;
    private final Handles<Call> calls = new Handles<>("target", "stepInTargets");

    public StepInTargets(Helpers helpers, PythonSteps python, ProgramState program, MergedStack stack) {
        this.operations = new StepOperations(helpers);
        this.python = python;
        this.program = program;
        this.stack = stack;
        program.onResumeOf(calls::forget);
    }

    public void declare(Capabilities capabilities) {
        capabilities.setSupportsStepInTargetsRequest(true);
    }

    public StepInTargetsResponse stepInTargets(StepInTargetsArguments arguments) {
        program.requireResumable();
        Frame frame = stack.frame(arguments.getFrameId());
        StepInTargetsResponse response = new StepInTargetsResponse();
        response.setTargets(targets(frame.thread(), calls(frame)));
        return response;
    }

    private List<? extends Call> calls(Frame frame) {
        if (frame instanceof Frame.Python in) {
            return python.calls(in);
        }
        if (frame.level() > 0) {
            throw new UserError("Only a thread's newest frame is stepped into; select the top of the stack.");
        }
        return operations.calls(frame.thread());
    }

    /** The call that the client means by a number. Throws {@link UserError} for one of an earlier stop. */
    public Call call(int id) {
        return calls.get(id);
    }

    /** Calls of the same function are told apart by their order. */
    private StepInTarget[] targets(int thread, List<? extends Call> found) {
        Map<String, Integer> seen = new HashMap<>();
        List<StepInTarget> targets = new ArrayList<>();
        for (Call call : found) {
            int count = seen.merge(call.name(), 1, Integer::sum);
            StepInTarget target = new StepInTarget();
            target.setId(calls.to(thread, call));
            target.setLabel(count == 1 ? call.name() : call.name() + " (call " + count + ")");
            targets.add(target);
        }
        return targets.toArray(StepInTarget[]::new);
    }
}
