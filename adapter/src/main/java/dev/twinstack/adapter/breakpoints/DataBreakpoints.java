package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.variables.VariableRequests;
import java.util.Arrays;
import java.util.List;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.DataBreakpoint;
import org.eclipse.lsp4j.debug.DataBreakpointAccessType;
import org.eclipse.lsp4j.debug.DataBreakpointInfoArguments;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;

/** Breakpoints on memory that is written or read, by the processor's debug registers. */
record DataBreakpoints(BreakpointOperations operations, MergedStack stack, VariableRequests variables) {
    void declare(Capabilities capabilities) {
        capabilities.setSupportsDataBreakpoints(true);
        capabilities.setSupportsDataBreakpointBytes(true);
    }

    /** What cannot be watched is told in the description (DAP: DataBreakpointInfoResponse). */
    DataBreakpointInfoResponse info(DataBreakpointInfoArguments arguments) {
        DataBreakpointInfoResponse response = new DataBreakpointInfoResponse();
        try {
            BreakpointOperations.Watchable found = operations.watchable(place(arguments));
            response.setDataId(found.dataId());
            response.setDescription(found.description());
            response.setAccessTypes(DataBreakpointAccessType.values());
        } catch (UserError reason) {
            response.setDescription(reason.getMessage());
        }
        return response;
    }

    private BreakpointOperations.Place place(DataBreakpointInfoArguments arguments) {
        String name = arguments.getName();
        boolean address = Boolean.TRUE.equals(arguments.getAsAddress());
        Integer bytes = arguments.getBytes();
        if (arguments.getVariablesReference() != null && arguments.getVariablesReference() > 0 && !address) {
            VariableRequests.NativeParent parent = variables.nativeParent(arguments.getVariablesReference());
            return parent.frame() == null
                    ? new BreakpointOperations.Place(null, null, 0, parent.handle(), name, bytes, false)
                    : inFrame(parent.frame(), name, bytes, false);
        }
        return arguments.getFrameId() == null
                ? new BreakpointOperations.Place(name, null, 0, null, null, bytes, address)
                : inFrame(stack.frame(arguments.getFrameId()), name, bytes, address);
    }

    private static BreakpointOperations.Place inFrame(Frame frame, String name, Integer bytes, boolean address) {
        if (!(frame instanceof Frame.Native) && !address) {
            throw new UserError(
                    "'" + name + "' is a variable of Python; what can be watched is memory: a variable of C,"
                            + " or an address and a number of bytes.");
        }
        return new BreakpointOperations.Place(name, frame.thread(), frame.level(), null, null, bytes, address);
    }

    List<BreakpointOperations.Answer> set(DataBreakpoint[] wanted) {
        return operations.setDataBreakpoints(
                Arrays.stream(wanted).map(DataBreakpoints::data).toList());
    }

    private static BreakpointOperations.Data data(DataBreakpoint wanted) {
        return new BreakpointOperations.Data(
                wanted.getDataId(),
                accessType(wanted.getAccessType()),
                wanted.getCondition(),
                wanted.getHitCondition());
    }

    private static String accessType(DataBreakpointAccessType type) {
        if (type == null) {
            return "write";
        }
        return switch (type) {
            case READ -> "read";
            case WRITE -> "write";
            case READ_WRITE -> "readWrite";
        };
    }
}
