package dev.twinstack.adapter.server;

import dev.twinstack.adapter.breakpoints.BreakpointRequests;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.evaluation.EvaluationRequests;
import dev.twinstack.adapter.execution.ExecutionRequests;
import dev.twinstack.adapter.memory.MemoryRequests;
import dev.twinstack.adapter.modules.ModuleRequests;
import dev.twinstack.adapter.server.messages.ClientStreams;
import dev.twinstack.adapter.server.messages.RestartAttributes;
import dev.twinstack.adapter.session.SessionRequests;
import dev.twinstack.adapter.stack.StackRequests;
import dev.twinstack.adapter.variables.VariableRequests;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.BreakpointLocationsArguments;
import org.eclipse.lsp4j.debug.BreakpointLocationsResponse;
import org.eclipse.lsp4j.debug.CancelArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.CompletionsArguments;
import org.eclipse.lsp4j.debug.CompletionsResponse;
import org.eclipse.lsp4j.debug.ConfigurationDoneArguments;
import org.eclipse.lsp4j.debug.ContinueArguments;
import org.eclipse.lsp4j.debug.ContinueResponse;
import org.eclipse.lsp4j.debug.DataBreakpointInfoArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;
import org.eclipse.lsp4j.debug.DisassembleArguments;
import org.eclipse.lsp4j.debug.DisassembleResponse;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.ExceptionInfoArguments;
import org.eclipse.lsp4j.debug.ExceptionInfoResponse;
import org.eclipse.lsp4j.debug.GotoArguments;
import org.eclipse.lsp4j.debug.GotoTargetsArguments;
import org.eclipse.lsp4j.debug.GotoTargetsResponse;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.LoadedSourcesArguments;
import org.eclipse.lsp4j.debug.LoadedSourcesResponse;
import org.eclipse.lsp4j.debug.LocationsArguments;
import org.eclipse.lsp4j.debug.LocationsResponse;
import org.eclipse.lsp4j.debug.ModulesArguments;
import org.eclipse.lsp4j.debug.ModulesResponse;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.PauseArguments;
import org.eclipse.lsp4j.debug.ReadMemoryArguments;
import org.eclipse.lsp4j.debug.ReadMemoryResponse;
import org.eclipse.lsp4j.debug.RestartArguments;
import org.eclipse.lsp4j.debug.ReverseContinueArguments;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetDataBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetDataBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetExpressionArguments;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetInstructionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetInstructionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.SetVariableResponse;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourceResponse;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;
import org.eclipse.lsp4j.debug.StepBackArguments;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepInTargetsArguments;
import org.eclipse.lsp4j.debug.StepInTargetsResponse;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.TerminateArguments;
import org.eclipse.lsp4j.debug.ThreadsResponse;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;
import org.eclipse.lsp4j.debug.WriteMemoryArguments;
import org.eclipse.lsp4j.debug.WriteMemoryResponse;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;

/**
 * The requests of DAP and who answers each: a table of contents. {@link TwinstackServer} has those that are not of DAP.
 *
 * <p>Threads: lsp4j's reader (started by {@link ClientStreams}) takes requests through the {@link RequestGate} to the
 * {@link SessionThread}, which runs every handler here and all that GDB says. GDB's reader thread only posts to it, and so do the pumps of
 * the program's terminal and of the shell.
 */
final class DapServer extends Router implements IDebugProtocolServer {
    private final RequestGate gate;
    private final Admission admission;
    private final SessionRequests session;
    private final BreakpointRequests breakpoints;
    private final ExecutionRequests execution;
    private final StackRequests stack;
    private final ModuleRequests modules;
    private final VariableRequests variables;
    private final EvaluationRequests evaluation;
    private final MemoryRequests memory;

    DapServer(
            RequestGate gate,
            Admission admission,
            SessionRequests session,
            BreakpointRequests breakpoints,
            ExecutionRequests execution,
            StackRequests stack,
            ModuleRequests modules,
            VariableRequests variables,
            EvaluationRequests evaluation,
            MemoryRequests memory) {
        super(gate);
        this.gate = gate;
        this.admission = admission;
        this.session = session;
        this.breakpoints = breakpoints;
        this.execution = execution;
        this.stack = stack;
        this.modules = modules;
        this.variables = variables;
        this.evaluation = evaluation;
        this.memory = memory;
    }

    @Override
    public CompletableFuture<Capabilities> initialize(InitializeRequestArguments client) {
        return answer(
                () -> { // of all that DAP demands of it, nothing is needed
                    session.initialize(required(client));
                    return capabilities();
                });
    }

    /** Each is declared beside the code that provides it. */
    private Capabilities capabilities() {
        Capabilities capabilities = new Capabilities();
        gate.declare(capabilities);
        session.declare(capabilities);
        breakpoints.declare(capabilities);
        execution.declare(capabilities);
        stack.declare(capabilities);
        modules.declare(capabilities);
        evaluation.declare(capabilities);
        memory.declare(capabilities);
        return capabilities;
    }

    @Override
    public CompletableFuture<Void> launch(Map<String, Object> attributes) {
        return later(() -> untilPrepared(session.launch(admission.admit(required(attributes)))));
    }

    @Override
    public CompletableFuture<Void> attach(Map<String, Object> attributes) {
        return later(() -> untilPrepared(session.attach(admission.admit(required(attributes)))));
    }

    /** Lets {@code cancel} take launch or attach back until the program is held; after that it takes a disconnect to let go of it. */
    private CompletableFuture<Void> untilPrepared(CompletableFuture<Void> answer) {
        gate.cancellable(session.preparation());
        return answer;
    }

    @Override
    public CompletableFuture<SetBreakpointsResponse> setBreakpoints(SetBreakpointsArguments arguments) {
        return answer(arguments, breakpoints::setBreakpoints);
    }

    @Override
    public CompletableFuture<SetFunctionBreakpointsResponse> setFunctionBreakpoints(
            SetFunctionBreakpointsArguments arguments) {
        return answer(arguments, breakpoints::setFunctionBreakpoints);
    }

    @Override
    public CompletableFuture<SetExceptionBreakpointsResponse> setExceptionBreakpoints(
            SetExceptionBreakpointsArguments arguments) {
        return answer(arguments, breakpoints::setExceptionBreakpoints);
    }

    @Override
    public CompletableFuture<ExceptionInfoResponse> exceptionInfo(ExceptionInfoArguments arguments) {
        return answer(arguments, breakpoints::exceptionInfo);
    }

    @Override
    public CompletableFuture<SetInstructionBreakpointsResponse> setInstructionBreakpoints(
            SetInstructionBreakpointsArguments arguments) {
        return answer(arguments, breakpoints::setInstructionBreakpoints);
    }

    @Override
    public CompletableFuture<DataBreakpointInfoResponse> dataBreakpointInfo(DataBreakpointInfoArguments arguments) {
        return answer(arguments, breakpoints::dataBreakpointInfo);
    }

    @Override
    public CompletableFuture<SetDataBreakpointsResponse> setDataBreakpoints(SetDataBreakpointsArguments arguments) {
        return answer(arguments, breakpoints::setDataBreakpoints);
    }

    @Override
    public CompletableFuture<BreakpointLocationsResponse> breakpointLocations(BreakpointLocationsArguments arguments) {
        return answer(arguments, breakpoints::breakpointLocations);
    }

    @Override
    public CompletableFuture<Void> configurationDone(ConfigurationDoneArguments arguments) {
        return done(session::configurationDone);
    }

    @Override
    public CompletableFuture<ThreadsResponse> threads() {
        return answer(execution::threads);
    }

    @Override
    public CompletableFuture<StackTraceResponse> stackTrace(StackTraceArguments arguments) {
        return answer(arguments, stack::stackTrace);
    }

    @Override
    public CompletableFuture<SourceResponse> source(SourceArguments arguments) {
        return answer(arguments, stack::source);
    }

    @Override
    public CompletableFuture<ModulesResponse> modules(ModulesArguments arguments) {
        return answer(arguments, modules::modules);
    }

    @Override
    public CompletableFuture<LoadedSourcesResponse> loadedSources(LoadedSourcesArguments arguments) {
        return answer(modules::loadedSources);
    }

    @Override
    public CompletableFuture<ScopesResponse> scopes(ScopesArguments arguments) {
        return answer(arguments, variables::scopes);
    }

    @Override
    public CompletableFuture<VariablesResponse> variables(VariablesArguments arguments) {
        return answer(arguments, variables::variables);
    }

    @Override
    public CompletableFuture<LocationsResponse> locations(LocationsArguments arguments) {
        return answer(arguments, variables::locations);
    }

    @Override
    public CompletableFuture<SetVariableResponse> setVariable(SetVariableArguments arguments) {
        return answer(arguments, evaluation::setVariable);
    }

    @Override
    public CompletableFuture<SetExpressionResponse> setExpression(SetExpressionArguments arguments) {
        return answer(arguments, evaluation::setExpression);
    }

    @Override
    public CompletableFuture<EvaluateResponse> evaluate(EvaluateArguments arguments) {
        return answer(arguments, evaluation::evaluate);
    }

    @Override
    public CompletableFuture<ReadMemoryResponse> readMemory(ReadMemoryArguments arguments) {
        return answer(arguments, memory::readMemory);
    }

    @Override
    public CompletableFuture<WriteMemoryResponse> writeMemory(WriteMemoryArguments arguments) {
        return answer(arguments, memory::writeMemory);
    }

    @Override
    public CompletableFuture<DisassembleResponse> disassemble(DisassembleArguments arguments) {
        return answer(arguments, memory::disassemble);
    }

    @Override
    public CompletableFuture<CompletionsResponse> completions(CompletionsArguments arguments) {
        return answer(arguments, evaluation::completions);
    }

    @Override
    public CompletableFuture<ContinueResponse> continue_(ContinueArguments arguments) {
        return answer(() -> execution.continueThread(arguments));
    }

    @Override
    public CompletableFuture<Void> next(NextArguments arguments) {
        return done(arguments, execution::next);
    }

    @Override
    public CompletableFuture<Void> stepIn(StepInArguments arguments) {
        return done(arguments, execution::stepIn);
    }

    @Override
    public CompletableFuture<Void> stepOut(StepOutArguments arguments) {
        return done(arguments, execution::stepOut);
    }

    @Override
    public CompletableFuture<Void> stepBack(StepBackArguments arguments) {
        return done(arguments, execution::stepBack);
    }

    @Override
    public CompletableFuture<Void> reverseContinue(ReverseContinueArguments arguments) {
        return done(execution::reverseContinue);
    }

    @Override
    public CompletableFuture<StepInTargetsResponse> stepInTargets(StepInTargetsArguments arguments) {
        return answer(arguments, execution::stepInTargets);
    }

    @Override
    public CompletableFuture<GotoTargetsResponse> gotoTargets(GotoTargetsArguments arguments) {
        return answer(arguments, execution::gotoTargets);
    }

    @Override
    public CompletableFuture<Void> goto_(GotoArguments arguments) {
        return done(arguments, execution::goTo);
    }

    @Override
    public CompletableFuture<Void> pause(PauseArguments arguments) {
        return done(() -> execution.pause(arguments));
    }

    @Override
    public CompletableFuture<Void> cancel(CancelArguments arguments) {
        return done(() -> required(arguments)); // the gate has done it
    }

    @Override
    public CompletableFuture<Void> restart(RestartArguments arguments) {
        return later(() -> session.restart(RestartAttributes.of(arguments)));
    }

    @Override
    public CompletableFuture<Void> terminate(TerminateArguments arguments) {
        return done(session::terminate);
    }

    @Override
    public CompletableFuture<Void> disconnect(DisconnectArguments arguments) {
        return later(() -> session.disconnect(arguments));
    }
}
