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
        try {
            BreakpointOperations.Watchable found = watchable(arguments);
            DataBreakpointInfoResponse response = new DataBreakpointInfoResponse();
            response.setDataId(found.dataId());
            response.setDescription(found.description());
            response.setAccessTypes(DataBreakpointAccessType.values());
            return response;
        } catch (UserError reason) {
            return unwatchable(reason.getMessage());
        }
    }

    /** The answer where nothing can be watched. */
    static DataBreakpointInfoResponse unwatchable(String reason) {
        DataBreakpointInfoResponse response = new DataBreakpointInfoResponse();
        response.setDescription(reason);
        return response;
    }

    private BreakpointOperations.Watchable watchable(DataBreakpointInfoArguments arguments) {
        boolean isAddress = Boolean.TRUE.equals(arguments.getAsAddress());
        if (arguments.getVariablesReference() != null && arguments.getVariablesReference() > 0 && !isAddress) {
            return variable(arguments.getVariablesReference(), arguments.getName(), arguments.getBytes());
        }
        Frame frame = arguments.getFrameId() == null ? null : stack.frame(arguments.getFrameId());
        if (isAddress) {
            return operations.watchableMemory(arguments.getName(), arguments.getBytes(), frame);
        }
        if (frame != null && !(frame instanceof Frame.Native)) {
            throw VariableRequests.isOfPython(arguments.getName());
        }
        return operations.watchable(arguments.getName(), arguments.getName(), arguments.getBytes(), frame);
    }

    private BreakpointOperations.Watchable variable(int reference, String name, Integer bytes) {
        VariableRequests.NativeVariable found = variables.nativeVariable(reference, name);
        return found.handle() == null
                ? operations.watchable(found.expression(), name, bytes, found.frame())
                : operations.watchableChild(found.handle(), name, bytes);
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
