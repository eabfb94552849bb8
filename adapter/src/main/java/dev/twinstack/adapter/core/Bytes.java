package dev.twinstack.adapter.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Bytes by their position: those of a file, or those of a file's image in the memory of a program that has ended. */
interface Bytes {
    /** Up to {@code size} bytes, little-endian; fewer where there are no more. */
    ByteBuffer read(long position, int size) throws IOException;

    static Bytes of(FileChannel file) {
        return (position, size) -> {
            long there = position < 0 ? 0 : Math.max(0, Math.min(size, file.size() - position));
            ByteBuffer bytes = ByteBuffer.allocate((int) there).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) > 0) {
                // A read may give less than there is.
            }
            return bytes.flip();
        };
    }
}
