package dev.twinstack.adapter.server;

import dev.twinstack.adapter.python.HelperRehearsal;
import dev.twinstack.adapter.stack.HelperFrame;
import dev.twinstack.adapter.variables.HelperVariable;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.Scope;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.Thread;
import org.eclipse.lsp4j.debug.ThreadsResponse;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;

/** A session for {@link Rehearsal}, always at the same stop, whose answers have passed through GDB/MI and JSON as all others do. */
final class RehearsedSession implements IDebugProtocolServer {
    private static final String NAME = "rehearsed";
    private static final HelperFrame FRAME = new HelperFrame(
            "native",
            null,
            0,
            NAME,
            "/" + NAME,
            1,
            null,
            null,
            null,
            false,
            false,
            "0x1000",
            "/" + NAME,
            false,
            false,
            null);
    private static final HelperVariable VARIABLE = new HelperVariable(
            NAME, "1", "int", null, null, null, null, null, 0, 0, NAME, null, null, null, null, null, false, null,
            "0x1000");
    private static final Frames FRAMES = new Frames(Collections.nCopies(20, FRAME));
    private static final Variables VARIABLES = new Variables(Collections.nCopies(20, VARIABLE));

    private IDebugProtocolClient client;

    private record Frames(List<HelperFrame> frames) {}

    private record Variables(List<HelperVariable> variables) {}

    private record Place(int thread, int level) {}

    void connect(IDebugProtocolClient connected) {
        client = connected;
    }

    @Override
    public CompletableFuture<ThreadsResponse> threads() {
        Thread thread = new Thread();
        thread.setId(1);
        thread.setName(NAME);
        ThreadsResponse response = new ThreadsResponse();
        response.setThreads(new Thread[] {thread});
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<StackTraceResponse> stackTrace(StackTraceArguments arguments) {
        RequiredProperties.of(arguments);
        Frames told = HelperRehearsal.call("stack", new Place(arguments.getThreadId(), 0), FRAMES, Frames.class);
        StackTraceResponse response = new StackTraceResponse();
        response.setStackFrames(
                told.frames().stream().map(RehearsedSession::shown).toArray(StackFrame[]::new));
        return CompletableFuture.completedFuture(response);
    }

    private static StackFrame shown(HelperFrame frame) {
        Source source = new Source();
        source.setName(NAME);
        source.setPath(frame.file());
        StackFrame shown = new StackFrame();
        shown.setName(frame.name());
        shown.setLine(frame.line());
        shown.setSource(source);
        shown.setInstructionPointerReference(frame.pc());
        return shown;
    }

    @Override
    public CompletableFuture<ScopesResponse> scopes(ScopesArguments arguments) {
        RequiredProperties.of(arguments);
        Scope scope = new Scope();
        scope.setName(NAME);
        ScopesResponse response = new ScopesResponse();
        response.setScopes(new Scope[] {scope, scope});
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public CompletableFuture<VariablesResponse> variables(VariablesArguments arguments) {
        RequiredProperties.of(arguments);
        Variables told = HelperRehearsal.call("native-locals", new Place(1, 0), VARIABLES, Variables.class);
        VariablesResponse response = new VariablesResponse();
        response.setVariables(
                told.variables().stream().map(RehearsedSession::shown).toArray(Variable[]::new));
        return CompletableFuture.completedFuture(response);
    }

    private static Variable shown(HelperVariable told) {
        Variable shown = new Variable();
        shown.setName(told.name());
        shown.setType(told.type());
        shown.setValue(told.value());
        shown.setEvaluateName(told.access());
        shown.setMemoryReference(told.memory());
        return shown;
    }

    @Override
    public CompletableFuture<Void> next(NextArguments arguments) {
        RequiredProperties.of(arguments);
        StoppedEventArguments event = new StoppedEventArguments();
        event.setReason("step");
        event.setThreadId(arguments.getThreadId());
        client.stopped(event);
        return CompletableFuture.completedFuture(null);
    }
}
