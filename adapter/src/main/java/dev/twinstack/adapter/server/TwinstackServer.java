package dev.twinstack.adapter.server;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.crash.CrashRequests;
import dev.twinstack.adapter.evaluation.EvaluationRequests;
import dev.twinstack.adapter.evaluation.Referrers;
import dev.twinstack.adapter.execution.ExecutionRequests;
import dev.twinstack.adapter.execution.Threads;
import dev.twinstack.adapter.stack.StackRequests;
import dev.twinstack.adapter.variables.LocalsOfFrames;
import dev.twinstack.adapter.variables.VariableRequests;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** The requests that are not of DAP, {@code twinstack.*}, and who answers each; as {@link DapServer} otherwise. */
public final class TwinstackServer extends Router {
    private final ExecutionRequests execution;
    private final StackRequests stack;
    private final VariableRequests variables;
    private final EvaluationRequests evaluation;
    private final CrashRequests crashes;

    TwinstackServer(
            RequestGate gate,
            ExecutionRequests execution,
            StackRequests stack,
            VariableRequests variables,
            EvaluationRequests evaluation,
            CrashRequests crashes) {
        super(gate);
        this.execution = execution;
        this.stack = stack;
        this.variables = variables;
        this.evaluation = evaluation;
        this.crashes = crashes;
    }

    /** Which frames are shown from now on. */
    @JsonRequest("twinstack.frameView")
    public CompletableFuture<Void> frameView(StackRequests.Shown wanted) {
        return done(wanted, stack::frameView);
    }

    /** The threads and how each stands to the GIL, as data. */
    @JsonRequest("twinstack.threads")
    public CompletableFuture<Threads.Rows> threads() {
        return answer(execution::threadRows);
    }

    /** The locals of many frames. */
    @JsonRequest("twinstack.locals")
    public CompletableFuture<LocalsOfFrames.Found> locals(LocalsOfFrames.Arguments arguments) {
        return answer(arguments, variables::locals);
    }

    /** What refers to a Python object. */
    @JsonRequest("twinstack.referrers")
    public CompletableFuture<Referrers.Found> referrers(Referrers.Arguments arguments) {
        return answer(arguments, evaluation::referrers);
    }

    /** What is known of a crash besides stacks and variables. */
    @JsonRequest("twinstack.crash")
    public CompletableFuture<CrashFacts> crash(CrashRequests.Arguments arguments) {
        return answer(arguments, crashes::crash);
    }
}
