package dev.twinstack.adapter.memory;

import dev.twinstack.adapter.python.Helpers;
import java.util.List;

/** The helpers' operations on the program's memory; data is in base64. */
record MemoryOperations(Helpers helpers) {
    /** The bytes at an address, as many of {@code count} as can be read without a gap. */
    String read(Address address, int count) {
        return helpers.call("read-memory", new Range(address.toString(), count), Data.class)
                .data();
    }

    private record Range(String address, int count) {}

    private record Data(String data) {}

    /** Writes bytes, and returns how many were written; {@code partial}: whether only some may be, when others lie outside of memory. */
    int write(Address address, String data, boolean partial) {
        return helpers.call("write-memory", new Bytes(address.toString(), data, partial), Written.class)
                .written();
    }

    private record Bytes(String address, String data, boolean partial) {}

    private record Written(int written) {}

    /** {@code count} instructions, {@code skip} instructions behind an address, or before it where that is negative. */
    Page disassemble(Address address, int skip, int count) {
        return helpers.call("disassemble", new Instructions(address.toString(), skip, count), Page.class);
    }

    private record Instructions(String address, int skip, int count) {}

    /** {@code next}: the address behind the last instruction. */
    record Page(List<Instruction> instructions, String next) {}

    /**
     * One instruction; if none can be read at the address, all else is null.
     *
     * @param bytes in hexadecimal
     * @param symbol name of its function, or null
     * @param file path of its source as compiled, or null
     */
    record Instruction(String address, String bytes, String text, String symbol, String file, Integer line) {}
}
