package dev.twinstack.adapter.dap;

import dev.twinstack.adapter.breakpoints.SourceBreakpoints;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.execution.Steps;
import dev.twinstack.adapter.execution.Threads;
import dev.twinstack.adapter.session.Session;
import dev.twinstack.adapter.session.Shutdown;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.stack.Sources;
import dev.twinstack.adapter.variables.Evaluation;
import dev.twinstack.adapter.variables.Locations;
import dev.twinstack.adapter.variables.Referrers;
import dev.twinstack.adapter.variables.Scopes;
import dev.twinstack.adapter.variables.Variables;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.CancelArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ConfigurationDoneArguments;
import org.eclipse.lsp4j.debug.ContinueArguments;
import org.eclipse.lsp4j.debug.ContinueResponse;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.LocationsArguments;
import org.eclipse.lsp4j.debug.LocationsResponse;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.PauseArguments;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourceResponse;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.TerminateArguments;
import org.eclipse.lsp4j.debug.ThreadsResponse;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/**
 * The requests of DAP and who answers each: a table of contents.
 *
 * <p>Threads: lsp4j's reader (started by {@link DapConnection}) takes requests through the {@link RequestGate} to the
 * {@link SessionThread}, which runs every handler here and all that GDB says. GDB's reader thread only posts to it, and so does the pump of
 * the program's terminal.
 */
public final class DapServer implements IDebugProtocolServer {
    private final RequestGate gate;
    private final Session session;
    private final Shutdown shutdown;
    private final SourceBreakpoints breakpoints;
    private final Execution execution;
    private final Steps steps;
    private final Threads threads;
    private final MergedStack stack;
    private final Scopes scopes;
    private final Variables variables;
    private final Locations locations;
    private final Sources sources;
    private final Referrers referrers;
    private final Evaluation evaluation;

    DapServer(
            RequestGate gate,
            Session session,
            Shutdown shutdown,
            SourceBreakpoints breakpoints,
            Execution execution,
            Steps steps,
            Threads threads,
            MergedStack stack,
            Scopes scopes,
            Variables variables,
            Locations locations,
            Sources sources,
            Referrers referrers,
            Evaluation evaluation) {
        this.gate = gate;
        this.session = session;
        this.shutdown = shutdown;
        this.breakpoints = breakpoints;
        this.execution = execution;
        this.steps = steps;
        this.threads = threads;
        this.stack = stack;
        this.scopes = scopes;
        this.variables = variables;
        this.locations = locations;
        this.sources = sources;
        this.referrers = referrers;
        this.evaluation = evaluation;
    }

    /** Speaks DAP on the streams until the session has ended and everything that it started is gone. */
    public static void serve(InputStream in, OutputStream out) throws InterruptedException {
        new DapConnection().serve(in, out);
    }

    @Override
    public CompletableFuture<Capabilities> initialize(InitializeRequestArguments client) {
        return answer(() -> {
            Capabilities capabilities = new Capabilities();
            session.initialize(required(client), capabilities);
            shutdown.declare(capabilities);
            gate.declare(capabilities);
            breakpoints.declare(capabilities);
            stack.declare(capabilities);
            evaluation.declare(capabilities);
            return capabilities;
        });
    }

    @Override
    public CompletableFuture<Void> launch(Map<String, Object> attributes) {
        return later(() -> session.launch(required(attributes)));
    }

    @Override
    public CompletableFuture<Void> attach(Map<String, Object> attributes) {
        return later(() -> {
            CompletableFuture<Void> answer = session.attach(required(attributes));
            gate.cancellable(session.preparation());
            return answer;
        });
    }

    @Override
    public CompletableFuture<SetBreakpointsResponse> setBreakpoints(SetBreakpointsArguments arguments) {
        return answer(() -> breakpoints.setBreakpoints(required(arguments)));
    }

    @Override
    public CompletableFuture<Void> configurationDone(ConfigurationDoneArguments arguments) {
        return done(session::configurationDone);
    }

    @Override
    public CompletableFuture<ThreadsResponse> threads() {
        return answer(threads::threads);
    }

    /** Not of DAP: the threads and how each stands to the GIL, as data. */
    @JsonRequest("twinstack.threads")
    public CompletableFuture<Threads.Rows> threadRows() {
        return answer(threads::rows);
    }

    @Override
    public CompletableFuture<StackTraceResponse> stackTrace(StackTraceArguments arguments) {
        return answer(() -> stack.stackTrace(required(arguments)));
    }

    @Override
    public CompletableFuture<SourceResponse> source(SourceArguments arguments) {
        return answer(() -> sources.source(required(arguments)));
    }

    @Override
    public CompletableFuture<ScopesResponse> scopes(ScopesArguments arguments) {
        return answer(() -> scopes.scopes(required(arguments)));
    }

    @Override
    public CompletableFuture<VariablesResponse> variables(VariablesArguments arguments) {
        return answer(() -> variables.variables(required(arguments)));
    }

    @Override
    public CompletableFuture<LocationsResponse> locations(LocationsArguments arguments) {
        return answer(() -> locations.locations(required(arguments)));
    }

    /** A request of our own. */
    @JsonRequest("twinstack.referrers")
    public CompletableFuture<Referrers.Found> referrers(Referrers.Arguments arguments) {
        return answer(() -> referrers.referrers(required(arguments)));
    }

    @Override
    public CompletableFuture<EvaluateResponse> evaluate(EvaluateArguments arguments) {
        return answer(() -> evaluation.evaluate(required(arguments)));
    }

    @Override
    public CompletableFuture<ContinueResponse> continue_(ContinueArguments arguments) {
        return answer(execution::continueAll);
    }

    @Override
    public CompletableFuture<Void> next(NextArguments arguments) {
        return done(() -> steps.next(required(arguments).getThreadId()));
    }

    @Override
    public CompletableFuture<Void> stepIn(StepInArguments arguments) {
        return done(() -> steps.stepIn(required(arguments).getThreadId()));
    }

    @Override
    public CompletableFuture<Void> stepOut(StepOutArguments arguments) {
        return done(() -> steps.stepOut(required(arguments).getThreadId()));
    }

    @Override
    public CompletableFuture<Void> pause(PauseArguments arguments) {
        return done(execution::pause);
    }

    @Override
    public CompletableFuture<Void> cancel(CancelArguments arguments) {
        return done(() -> required(arguments)); // the gate has done it
    }

    @Override
    public CompletableFuture<Void> terminate(TerminateArguments arguments) {
        return done(shutdown::terminate);
    }

    @Override
    public CompletableFuture<Void> disconnect(DisconnectArguments arguments) {
        return later(() -> shutdown.disconnect(arguments));
    }

    private static <A> A required(A arguments) {
        if (arguments == null) {
            throw new UserError("The request lacks its arguments; the Debug Adapter Protocol tells which it needs.");
        }
        return arguments;
    }

    /** Runs a handler to its end; what it throws becomes the error response. */
    private <T> CompletableFuture<T> answer(Supplier<T> handler) {
        return later(() -> CompletableFuture.completedFuture(handler.get()));
    }

    private CompletableFuture<Void> done(Runnable handler) {
        return answer(() -> {
            handler.run();
            return null;
        });
    }

    /** Runs a handler whose response comes later, at a time of its own choosing. */
    private <T> CompletableFuture<T> later(Supplier<CompletableFuture<T>> handler) {
        try {
            gate.refuseCancelled();
            return handler.get();
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }
}
