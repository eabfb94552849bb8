package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.python.Helpers.BreakpointAnswer;
import dev.twinstack.adapter.python.Helpers.BreakpointWish;
import dev.twinstack.adapter.session.ClientFormat;
import dev.twinstack.adapter.session.Gdb;
import dev.twinstack.adapter.session.SourceMap;
import dev.twinstack.mi.MiBreakpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.BreakpointEventArguments;
import org.eclipse.lsp4j.debug.BreakpointEventArgumentsReason;
import org.eclipse.lsp4j.debug.BreakpointNotVerifiedReason;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceBreakpoint;

/**
 * Breakpoints on lines of native sources, set, changed and removed whether the program stands or runs. One in a library that is not loaded
 * yet is pending, and a {@code breakpoint} event tells when it is bound.
 */
public final class SourceBreakpoints {
    private final Gdb gdb;
    private final Events events;
    private final ClientFormat format;
    private final SourceMap sourceMap;
    private final Map<String, Shown> shown = new HashMap<>();

    /** What the client was told of a breakpoint last. */
    private record Shown(Source source, boolean verified, Integer line) {}

    public SourceBreakpoints(Gdb gdb, Events events, ClientFormat format, SourceMap sourceMap) {
        this.gdb = gdb;
        this.events = events;
        this.format = format;
        this.sourceMap = sourceMap;
    }

    public void declare(Capabilities capabilities) {
        capabilities.setSupportsConditionalBreakpoints(true);
        capabilities.setSupportsHitConditionalBreakpoints(true);
    }

    public SetBreakpointsResponse setBreakpoints(SetBreakpointsArguments arguments) {
        Source source = arguments.getSource();
        SourceBreakpoint[] wanted = arguments.getBreakpoints() == null ? new SourceBreakpoint[0] : arguments.getBreakpoints();
        SetBreakpointsResponse response = new SetBreakpointsResponse();
        response.setBreakpoints(isPython(source) ? refused(wanted) : set(source, wanted));
        return response;
    }
}
