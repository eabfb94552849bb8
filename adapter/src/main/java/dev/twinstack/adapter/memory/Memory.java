package dev.twinstack.adapter.memory;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.program.ProgramState;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Objects;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ReadMemoryArguments;
import org.eclipse.lsp4j.debug.ReadMemoryResponse;
import org.eclipse.lsp4j.debug.WriteMemoryArguments;
import org.eclipse.lsp4j.debug.WriteMemoryResponse;

/** The program's memory as bytes. */
final class Memory {
    /** Bytes that one call of the helpers reads; some 90 KB in base64. */
    private static final int PAGE = 64 << 10;

    /** Bytes that one request reads; a client that wants more asks for the next. */
    private static final int MOST = 16 << 20;

    private final MemoryOperations operations;
    private final ProgramState program;
    private final Changes changes;

    Memory(MemoryOperations operations, ProgramState program, Changes changes) {
        this.operations = operations;
        this.program = program;
        this.changes = changes;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsReadMemoryRequest(true);
        capabilities.setSupportsWriteMemoryRequest(true);
    }

    /**
     * DAP: readMemory. The data end before the first byte that cannot be read, and all from there on count as unreadable: VS Code takes a gap
     * before further bytes for zeros.
     */
    ReadMemoryResponse read(ReadMemoryArguments arguments) {
        program.requireStopped();
        if (arguments.getCount() < 0) {
            throw new UserError("There are no " + arguments.getCount() + " bytes to read; ask for some.");
        }
        int count = Math.min(arguments.getCount(), MOST);
        Address address = Address.of(arguments.getMemoryReference(), arguments.getOffset());
        byte[] data = bytes(address, count);
        changes.read(arguments.getMemoryReference(), Objects.requireNonNullElse(arguments.getOffset(), 0), count);
        ReadMemoryResponse response = new ReadMemoryResponse();
        response.setAddress(address.toString());
        response.setData(Base64.getEncoder().encodeToString(data));
        response.setUnreadableBytes(data.length < count ? count - data.length : null);
        return response;
    }

    private byte[] bytes(Address address, int count) {
        ByteArrayOutputStream read = new ByteArrayOutputStream(count);
        boolean more = count > 0;
        while (more) {
            int wanted = Math.min(PAGE, count - read.size());
            byte[] page = Base64.getDecoder().decode(operations.read(address.plus(read.size()), wanted));
            read.writeBytes(page);
            more = page.length == wanted && read.size() < count;
        }
        return read.toByteArray();
    }

    /** DAP: writeMemory. */
    WriteMemoryResponse write(WriteMemoryArguments arguments) {
        program.requireResumable();
        boolean partial = Boolean.TRUE.equals(arguments.getAllowPartial());
        Address address = Address.of(arguments.getMemoryReference(), arguments.getOffset());
        int written = operations.write(address, arguments.getData(), partial);
        WriteMemoryResponse response = new WriteMemoryResponse();
        response.setBytesWritten(written);
        response.setOffset(partial ? 0 : null);
        return response;
    }
}
