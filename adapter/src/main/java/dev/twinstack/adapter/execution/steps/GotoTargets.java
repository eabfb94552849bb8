package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.steps.StepOperations.Place;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Sources;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.GotoArguments;
import org.eclipse.lsp4j.debug.GotoTarget;
import org.eclipse.lsp4j.debug.GotoTargetsArguments;
import org.eclipse.lsp4j.debug.GotoTargetsResponse;

/** Lines at which a thread can go on instead of where it stands. Only lines of the same function: another function needs another stack. */
public final class GotoTargets {
    private final StepOperations operations;
    private final PythonSteps python;
    private final Execution execution;
    private final ProgramState program;
    private final Runnable onMoved;
    private final SessionThread session;
    private final ClientFormat format;
    private final SourceMap sourceMap;
    private final Handles<Place> places = new Handles<>("target", "gotoTargets");

    /** {@code onMoved}: tells that a thread was made to stand elsewhere. */
    public GotoTargets(
            Helpers helpers,
            PythonSteps python,
            Execution execution,
            Runnable onMoved,
            SessionThread session,
            ClientFormat format,
            SourceMap sourceMap) {
        this.operations = new StepOperations(helpers);
        this.python = python;
        this.execution = execution;
        this.program = execution.program();
        this.onMoved = onMoved;
        this.session = session;
        this.format = format;
        this.sourceMap = sourceMap;
        program.onResumeOf(places::forget);
    }

    public void declare(Capabilities capabilities) {
        capabilities.setSupportsGotoTargetsRequest(true);
    }

    /** DAP: gotoTargets, which names no thread: the one that stopped last is meant. */
    public GotoTargetsResponse gotoTargets(GotoTargetsArguments arguments) {
        program.requireResumable();
        String path =
                arguments.getSource() == null ? null : arguments.getSource().getPath();
        if (path == null) {
            throw new UserError("Only a line of a source with a path can be gone to.");
        }
        int thread = program.stoppedThread();
        String file = sourceMap.toDebuggee(path);
        int line = format.fromClientLine(arguments.getLine());
        Place place = Sources.isPython(path)
                ? python.gotoTarget(thread, file, line)
                : operations.gotoTargets(thread, file, line);
        GotoTargetsResponse response = new GotoTargetsResponse();
        response.setTargets(new GotoTarget[] {target(thread, place)});
        return response;
    }

    private GotoTarget target(int thread, Place place) {
        GotoTarget target = new GotoTarget();
        target.setId(places.to(thread, place));
        target.setLabel(place.function() + ", line " + format.line(place.line()));
        target.setLine(format.line(place.line()));
        target.setInstructionPointerReference(place.address());
        return target;
    }

    /** DAP: goto. The thread stands at the target now, which is told as a stop, and goes on from there when it is resumed. */
    public void goTo(GotoArguments arguments) {
        program.requireResumable(arguments.getThreadId());
        Place place = places.get(arguments.getTargetId());
        if (place.address() == null) {
            python.goTo(arguments.getThreadId(), place.line());
        } else {
            operations.goTo(arguments.getThreadId(), place.address());
        }
        execution.movedTo(arguments.getThreadId());
        session.afterResponse(onMoved);
    }
}
