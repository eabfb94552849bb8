package dev.twinstack.adapter.memory;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Sources;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.DisassembleArguments;
import org.eclipse.lsp4j.debug.DisassembleResponse;
import org.eclipse.lsp4j.debug.ReadMemoryArguments;
import org.eclipse.lsp4j.debug.ReadMemoryResponse;
import org.eclipse.lsp4j.debug.WriteMemoryArguments;
import org.eclipse.lsp4j.debug.WriteMemoryResponse;

/** DAP's requests about the program's memory: as bytes and as instructions. */
public final class MemoryRequests {
    private final Memory memory;
    private final Disassembly disassembly;

    public MemoryRequests(
            Helpers helpers, ProgramState program, Sources sources, ClientFormat format, Changes changes) {
        MemoryOperations operations = new MemoryOperations(helpers);
        memory = new Memory(operations, program, changes);
        disassembly = new Disassembly(operations, program, sources, format);
    }

    public void declare(Capabilities capabilities) {
        memory.declare(capabilities);
        disassembly.declare(capabilities);
    }

    public ReadMemoryResponse readMemory(ReadMemoryArguments arguments) {
        return memory.read(arguments);
    }

    public WriteMemoryResponse writeMemory(WriteMemoryArguments arguments) {
        return memory.write(arguments);
    }

    public DisassembleResponse disassemble(DisassembleArguments arguments) {
        return disassembly.disassemble(arguments);
    }
}
