package dev.twinstack.adapter.breakpoints;

import java.util.Arrays;
import java.util.List;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.FunctionBreakpoint;

/** Breakpoints on native functions by their names, {@code file.c:function}, or a regular expression {@code /…/} for many of them. */
record FunctionBreakpoints(BreakpointOperations operations) {
    void declare(Capabilities capabilities) {
        capabilities.setSupportsFunctionBreakpoints(true);
    }

    List<BreakpointOperations.Answer> set(FunctionBreakpoint[] wanted) {
        return operations.setFunctionBreakpoints(
                Arrays.stream(wanted).map(FunctionBreakpoints::function).toList());
    }

    private static BreakpointOperations.Function function(FunctionBreakpoint wanted) {
        return new BreakpointOperations.Function(wanted.getName(), wanted.getCondition(), wanted.getHitCondition());
    }
}
