package dev.twinstack.adapter.core;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A note of an ELF file: who defines its type, the type, and what it says, little-endian. */
record Note(String owner, int type, ByteBuffer content) {
    private static final int HEADER = 12;

    /** The notes that stand one behind another, each padded to four bytes, up to the first whose size is impossible. */
    static List<Note> all(ByteBuffer bytes) {
        List<Note> notes = new ArrayList<>();
        int at = 0;
        while (at + HEADER <= bytes.limit()) {
            int ownerSize = bytes.getInt(at);
            int size = bytes.getInt(at + 4);
            long start = at + HEADER + padded(ownerSize);
            if (ownerSize < 0 || size < 0 || start + size > bytes.limit()) {
                break;
            }
            notes.add(new Note(
                    text(bytes, at + HEADER, ownerSize), bytes.getInt(at + 8), part(bytes, (int) start, size)));
            at = (int) Math.min(start + padded(size), bytes.limit());
        }
        return notes;
    }

    /** The bytes from {@code at} to the next NUL, or to the end of {@code size} of them. */
    static String text(ByteBuffer bytes, int at, int size) {
        int start = Math.min(at, bytes.limit());
        byte[] found = new byte[Math.min(size, bytes.limit() - start)];
        bytes.duplicate().position(start).get(found);
        String text = new String(found, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static ByteBuffer part(ByteBuffer bytes, int start, int size) {
        return bytes.slice(start, size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long padded(int size) {
        return size + 3L & ~3L;
    }
}
