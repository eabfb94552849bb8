package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.MiBreakpoint;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;

/** DAP's requests about where the program stops. */
public final class BreakpointRequests {
    private final SourceBreakpoints source;
    private final EntryBreakpoint entry;

    public BreakpointRequests(
            Helpers helpers, Execution execution, Events events, ClientFormat format, SourceMap sourceMap) {
        BreakpointOperations operations = new BreakpointOperations(helpers);
        source = new SourceBreakpoints(operations, events, format, sourceMap);
        entry = new EntryBreakpoint(operations);
        execution.onResume(entry::leave);
    }

    public void declare(Capabilities capabilities) {
        source.declare(capabilities);
    }

    public SetBreakpointsResponse setBreakpoints(SetBreakpointsArguments arguments) {
        return source.setBreakpoints(arguments);
    }

    /** The one-time stop before the program's first code, which is no request of its own. */
    public EntryBreakpoint entry() {
        return entry;
    }

    /** Refuses every breakpoint for the reason that is given; null refuses none. */
    public void refuseAll(String reason) {
        source.refuseAll(reason);
    }

    /** Whether GDB's breakpoint of that number is one of the client's. */
    public boolean has(String number) {
        return source.has(number);
    }

    /** MI: {@code =breakpoint-deleted}. */
    public void deleted(String number) {
        source.deleted(number);
    }

    /** MI: {@code =breakpoint-modified}. */
    public void modified(MiBreakpoint now) {
        source.modified(now);
    }
}
