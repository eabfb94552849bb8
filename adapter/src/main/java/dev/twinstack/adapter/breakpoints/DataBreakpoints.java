package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.variables.VariableRequests;
import dev.twinstack.adapter.variables.Watchable;
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

    /** DAP: dataBreakpointInfo. The description says why something cannot be watched. */
    DataBreakpointInfoResponse info(DataBreakpointInfoArguments arguments) {
        try {
            BreakpointOperations.DataBreakpointInfo found = watchable(arguments);
            DataBreakpointInfoResponse response = new DataBreakpointInfoResponse();
            response.setDataId(found.dataId());
            response.setDescription(found.description());
            response.setAccessTypes(
                    found.isWrittenOnly()
                            ? new DataBreakpointAccessType[] {DataBreakpointAccessType.WRITE}
                            : DataBreakpointAccessType.values());
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

    private BreakpointOperations.DataBreakpointInfo watchable(DataBreakpointInfoArguments arguments) {
        boolean isAddress = Boolean.TRUE.equals(arguments.getAsAddress());
        if (arguments.getVariablesReference() != null && arguments.getVariablesReference() > 0 && !isAddress) {
            return variable(arguments.getVariablesReference(), arguments.getName(), arguments.getBytes());
        }
        Frame frame = arguments.getFrameId() == null ? null : stack.frame(arguments.getFrameId());
        if (isAddress) {
            return operations.watchableMemory(arguments.getName(), arguments.getBytes(), frame);
        }
        if (frame instanceof Frame.Python python) {
            return operations.watchableNamed(python, arguments.getName(), false);
        }
        return operations.watchable(arguments.getName(), arguments.getName(), arguments.getBytes(), frame);
    }

    private BreakpointOperations.DataBreakpointInfo variable(int reference, String name, Integer bytes) {
        Watchable found = variables.watchable(reference, name);
        if (found instanceof Watchable.Named named) {
            return operations.watchableNamed(named.frame(), named.expression(), named.global());
        } else if (found instanceof Watchable.Child child) {
            return operations.watchableItem(child.parent(), child.access(), child.name());
        } else if (found instanceof Watchable.References references) {
            return operations.watchableReferences(references.address());
        }
        Watchable.Native known = (Watchable.Native) found;
        return known.handle() == null
                ? operations.watchable(known.expression(), name, bytes, known.frame())
                : operations.watchableChild(known.handle(), name, bytes);
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
