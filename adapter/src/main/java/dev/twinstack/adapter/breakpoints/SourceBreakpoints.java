package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.stack.Sources;
import java.util.Arrays;
import java.util.List;
import org.eclipse.lsp4j.debug.BreakpointLocation;
import org.eclipse.lsp4j.debug.BreakpointLocationsArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceBreakpoint;

/** Breakpoints and log points on lines of native sources. */
final class SourceBreakpoints {
    private static final String PATHLESS = "A breakpoint needs a source with a path.";

    private final BreakpointOperations operations;
    private final ClientFormat format;
    private final SourceMap sourceMap;

    SourceBreakpoints(BreakpointOperations operations, ClientFormat format, SourceMap sourceMap) {
        this.operations = operations;
        this.format = format;
        this.sourceMap = sourceMap;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsConditionalBreakpoints(true);
        capabilities.setSupportsHitConditionalBreakpoints(true);
        capabilities.setSupportsLogPoints(true);
        capabilities.setSupportsBreakpointLocationsRequest(true);
    }

    /** The lines that have code; GDB knows no columns. */
    BreakpointLocation[] locations(BreakpointLocationsArguments arguments) {
        if (arguments.getSource().getPath() == null) {
            throw new UserError(PATHLESS);
        }
        int line = format.fromClientLine(arguments.getLine());
        int end = arguments.getEndLine() == null ? line : format.fromClientLine(arguments.getEndLine());
        String path = arguments.getSource().getPath();
        List<Integer> lines = Sources.isPython(path)
                ? operations.pythonLocations(sourceMap.toDebuggee(path), path, line, end)
                : operations.locations(sourceMap.toDebuggee(path), line, end);
        return lines.stream().map(this::location).toArray(BreakpointLocation[]::new);
    }

    private BreakpointLocation location(int line) {
        BreakpointLocation location = new BreakpointLocation();
        location.setLine(format.line(line));
        return location;
    }

    /** Why no breakpoint can be set in a source, or null. */
    String refusal(Source source) {
        return source.getPath() == null ? PATHLESS : null;
    }

    List<BreakpointOperations.Answer> set(Source source, List<BreakpointOperations.Line> wanted) {
        return operations.setBreakpoints(sourceMap.toDebuggee(source.getPath()), source.getPath(), wanted);
    }

    /** What is wanted, as the program counts lines. */
    List<BreakpointOperations.Line> lines(SourceBreakpoint[] wanted) {
        return Arrays.stream(wanted).map(this::line).toList();
    }

    private BreakpointOperations.Line line(SourceBreakpoint wanted) {
        return new BreakpointOperations.Line(
                format.fromClientLine(wanted.getLine()),
                wanted.getMode(),
                wanted.getCondition(),
                wanted.getHitCondition(),
                wanted.getLogMessage());
    }
}
