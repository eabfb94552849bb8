package dev.twinstack.adapter.breakpoints;

import java.util.Arrays;
import java.util.List;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.InstructionBreakpoint;

/** Breakpoints on single instructions. */
record InstructionBreakpoints(BreakpointOperations operations) {
    void declare(Capabilities capabilities) {
        capabilities.setSupportsInstructionBreakpoints(true);
    }

    List<BreakpointOperations.Answer> set(InstructionBreakpoint[] wanted) {
        return operations.setInstructionBreakpoints(
                Arrays.stream(wanted).map(InstructionBreakpoints::instruction).toList());
    }

    private static BreakpointOperations.Instruction instruction(InstructionBreakpoint wanted) {
        return new BreakpointOperations.Instruction(
                wanted.getInstructionReference(),
                wanted.getOffset(),
                wanted.getMode(),
                wanted.getCondition(),
                wanted.getHitCondition());
    }
}
