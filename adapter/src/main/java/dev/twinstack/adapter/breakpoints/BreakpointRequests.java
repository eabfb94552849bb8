package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.errands.PythonStops;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.stack.Sources;
import dev.twinstack.adapter.variables.VariableRequests;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.BreakpointLocationsArguments;
import org.eclipse.lsp4j.debug.BreakpointLocationsResponse;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.DataBreakpoint;
import org.eclipse.lsp4j.debug.DataBreakpointInfoArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;
import org.eclipse.lsp4j.debug.ExceptionInfoArguments;
import org.eclipse.lsp4j.debug.ExceptionInfoResponse;
import org.eclipse.lsp4j.debug.FunctionBreakpoint;
import org.eclipse.lsp4j.debug.InstructionBreakpoint;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetDataBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetDataBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetFunctionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetInstructionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetInstructionBreakpointsResponse;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceBreakpoint;

/** DAP's requests about where the program stops; they are answered whether it stands or runs. */
public final class BreakpointRequests {
    private final ShownBreakpoints shown;
    private final SourceBreakpoints source;
    private final PythonBreakpoints python;
    private final FunctionBreakpoints function;
    private final InstructionBreakpoints instruction;
    private final DataBreakpoints data;
    private final ExceptionBreakpoints exceptions;
    private final BreakpointNews news;
    private String refusalOfAll;

    public BreakpointRequests(
            Helpers helpers,
            Execution execution,
            Events events,
            ClientFormat format,
            SourceMap sourceMap,
            Sources sources,
            PythonStops pythonStops,
            MergedStack stack,
            VariableRequests variables) {
        BreakpointOperations operations = new BreakpointOperations(helpers);
        shown = new ShownBreakpoints(events, format, sources);
        source = new SourceBreakpoints(operations, shown, format, sourceMap);
        python = new PythonBreakpoints(pythonStops, execution.unseenStops(), shown, sourceMap);
        function = new FunctionBreakpoints(operations, python);
        instruction = new InstructionBreakpoints(operations);
        data = new DataBreakpoints(operations, stack, variables);
        exceptions = new ExceptionBreakpoints(
                new ExceptionOperations(helpers),
                new PythonExceptions(pythonStops, execution.unseenStops(), shown, python::refusal));
        news = new BreakpointNews(events, shown, python, exceptions);
        execution.program().onResumeOf(exceptions::forget);
    }

    public void declare(Capabilities capabilities) {
        source.declare(capabilities);
        function.declare(capabilities);
        instruction.declare(capabilities);
        data.declare(capabilities);
        exceptions.declare(capabilities);
        BreakpointModes.declare(capabilities);
    }

    public SetBreakpointsResponse setBreakpoints(SetBreakpointsArguments arguments) {
        Source file = arguments.getSource();
        if (file == null) {
            throw new UserError("setBreakpoints lacks the source; name the file by its path.");
        }
        SourceBreakpoint[] wanted =
                arguments.getBreakpoints() == null ? new SourceBreakpoint[0] : arguments.getBreakpoints();
        SetBreakpointsResponse response = new SetBreakpointsResponse();
        String refusal = Optional.ofNullable(refusalOfAll).orElseGet(() -> refusal(file));
        response.setBreakpoints(
                refusal == null ? shown.replaced(file.getPath(), file, set(file, wanted)) : refused(wanted, refusal));
        return response;
    }

    private String refusal(Source file) {
        String pathless = source.refusal(file);
        return pathless == null && Sources.isPython(file.getPath()) ? python.refusal() : pathless;
    }

    private List<BreakpointOperations.Answer> set(Source file, SourceBreakpoint[] wanted) {
        List<BreakpointOperations.Line> lines = source.lines(wanted);
        return Sources.isPython(file.getPath()) ? python.set(file, lines) : source.set(file, lines);
    }

    public SetFunctionBreakpointsResponse setFunctionBreakpoints(SetFunctionBreakpointsArguments arguments) {
        FunctionBreakpoint[] wanted = arguments.getBreakpoints();
        SetFunctionBreakpointsResponse response = new SetFunctionBreakpointsResponse();
        response.setBreakpoints(replaced(ShownBreakpoints.FUNCTIONS, wanted, () -> function.set(wanted)));
        return response;
    }

    public SetInstructionBreakpointsResponse setInstructionBreakpoints(SetInstructionBreakpointsArguments arguments) {
        InstructionBreakpoint[] wanted = arguments.getBreakpoints();
        SetInstructionBreakpointsResponse response = new SetInstructionBreakpointsResponse();
        response.setBreakpoints(replaced(ShownBreakpoints.INSTRUCTIONS, wanted, () -> instruction.set(wanted)));
        return response;
    }

    public DataBreakpointInfoResponse dataBreakpointInfo(DataBreakpointInfoArguments arguments) {
        return refusalOfAll == null ? data.info(arguments) : DataBreakpoints.unwatchable(refusalOfAll);
    }

    public SetDataBreakpointsResponse setDataBreakpoints(SetDataBreakpointsArguments arguments) {
        DataBreakpoint[] wanted = arguments.getBreakpoints();
        SetDataBreakpointsResponse response = new SetDataBreakpointsResponse();
        response.setBreakpoints(replaced("data", wanted, () -> data.set(wanted)));
        return response;
    }

    public BreakpointLocationsResponse breakpointLocations(BreakpointLocationsArguments arguments) {
        BreakpointLocationsResponse response = new BreakpointLocationsResponse();
        response.setBreakpoints(source.locations(arguments));
        return response;
    }

    public SetExceptionBreakpointsResponse setExceptionBreakpoints(SetExceptionBreakpointsArguments arguments) {
        List<ExceptionOperations.Filter> wanted = ExceptionBreakpoints.wanted(arguments);
        SetExceptionBreakpointsResponse response = new SetExceptionBreakpointsResponse();
        response.setBreakpoints(
                refusalOfAll == null ? exceptions.set(wanted) : refused(wanted.toArray(), refusalOfAll));
        return response;
    }

    public ExceptionInfoResponse exceptionInfo(ExceptionInfoArguments arguments) {
        return exceptions.info(arguments.getThreadId());
    }

    private Breakpoint[] replaced(String set, Object[] wanted, Supplier<List<BreakpointOperations.Answer>> setting) {
        return refusalOfAll == null ? shown.replaced(set, null, setting.get()) : refused(wanted, refusalOfAll);
    }

    private static Breakpoint[] refused(Object[] wanted, String why) {
        return Arrays.stream(wanted).map(each -> ShownBreakpoints.refused(why)).toArray(Breakpoint[]::new);
    }

    /** What GDB tells of breakpoints, and what is known of one that the program has hit. */
    public BreakpointNews news() {
        return news;
    }

    /** Stops at exceptions and signals. */
    public ExceptionBreakpoints exceptions() {
        return exceptions;
    }

    /** From now on refuses every breakpoint for that reason; null: refuses none. */
    public void refuseAll(String reason) {
        refusalOfAll = reason;
    }

    /** Whether the program is recorded from its beginning. */
    public void recorded(boolean wanted) {
        python.recorded(wanted);
    }

    /** The process is gone, and another may be started with the same breakpoints. */
    public void processGone() {
        python.processGone();
        exceptions.processGone();
    }
}
