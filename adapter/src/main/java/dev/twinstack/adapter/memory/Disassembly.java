package dev.twinstack.adapter.memory;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.memory.MemoryOperations.Instruction;
import dev.twinstack.adapter.memory.MemoryOperations.Page;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.stack.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.DisassembleArguments;
import org.eclipse.lsp4j.debug.DisassembleResponse;
import org.eclipse.lsp4j.debug.DisassembledInstruction;
import org.eclipse.lsp4j.debug.DisassembledInstructionPresentationHint;

/** The program's memory as instructions, with the lines that they were compiled from. */
final class Disassembly {
    /** Instructions that one call of the helpers gives; some 80 KB. */
    private static final int PAGE = 500;

    /** Instructions that one request gives. */
    private static final int MOST = 10_000;

    private final MemoryOperations operations;
    private final ProgramState program;
    private final Sources sources;
    private final ClientFormat format;

    Disassembly(MemoryOperations operations, ProgramState program, Sources sources, ClientFormat format) {
        this.operations = operations;
        this.program = program;
        this.sources = sources;
        this.format = format;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsDisassembleRequest(true);
    }

    /** DAP: disassemble; as many as were asked for, with an invalid one at each address where none can be read. */
    DisassembleResponse disassemble(DisassembleArguments arguments) {
        program.requireStopped();
        boolean symbols = Boolean.TRUE.equals(arguments.getResolveSymbols());
        List<DisassembledInstruction> shown = new ArrayList<>();
        String file = null;
        for (Instruction instruction : instructions(arguments)) {
            DisassembledInstruction row = row(instruction, symbols);
            if (instruction.file() != null && !instruction.file().equals(file)) {
                row.setLocation(sources.of(instruction.file()));
                file = instruction.file();
            }
            shown.add(row);
        }
        DisassembleResponse response = new DisassembleResponse();
        response.setInstructions(shown.toArray(DisassembledInstruction[]::new));
        return response;
    }

    private List<Instruction> instructions(DisassembleArguments arguments) {
        int count = arguments.getInstructionCount();
        if (count < 0 || count > MOST) {
            throw new UserError("From 0 to " + MOST + " instructions can be shown at once, not " + count + ".");
        }
        Address address = Address.of(arguments.getMemoryReference(), arguments.getOffset());
        int skip = Objects.requireNonNullElse(arguments.getInstructionOffset(), 0);
        List<Instruction> found = new ArrayList<>();
        while (found.size() < count) {
            Page page = operations.disassemble(address, skip, Math.min(PAGE, count - found.size()));
            found.addAll(page.instructions());
            address = Address.of(page.next());
            skip = 0;
        }
        return found;
    }

    private DisassembledInstruction row(Instruction instruction, boolean symbols) {
        DisassembledInstruction row = new DisassembledInstruction();
        row.setAddress(instruction.address());
        if (instruction.bytes() == null) {
            row.setInstruction("(no instruction)");
            row.setPresentationHint(DisassembledInstructionPresentationHint.INVALID);
            return row;
        }
        row.setInstruction(instruction.text());
        row.setInstructionBytes(instruction.bytes());
        row.setSymbol(symbols ? instruction.symbol() : null);
        row.setLine(instruction.line() == null ? null : format.line(instruction.line()));
        return row;
    }
}
