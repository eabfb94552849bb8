package dev.twinstack.adapter.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The headers of an ELF file of 64 bits, little-endian (System V ABI, chapters 4 and 5).
 *
 * @param type {@link #CORE} for a core file
 * @param machine {@code e_machine}
 */
record Elf(int type, int machine, List<Segment> segments) {
    static final int CORE = 4;
    static final int X86_64 = 62;
    static final int AARCH64 = 183;

    private static final int MAGIC = 0x464c457f;
    private static final int CLASS_64 = 2;
    private static final int LITTLE_ENDIAN = 1;
    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    /** This count of segments means that there are more, and that the first section header has their number (PN_XNUM in elf(5)). */
    private static final int MANY = 0xffff;

    private static final int FIRST_SECTION_INFO = 44;
    private static final int MOST_SEGMENTS = 1 << 20;
    private static final int LARGEST_NOTES = 1 << 28;
    private static final int BUILD_ID = 3;

    /** A program header. */
    record Segment(int type, long offset, long address, long fileSize) {
        static final int LOAD = 1;
        static final int NOTE = 4;

        long fileEnd() {
            return offset + fileSize;
        }

        boolean holds(long wanted) {
            return type == LOAD && wanted >= address && wanted < address + fileSize;
        }
    }

    /** Empty when the bytes do not begin as such a file does, or end within its headers. */
    static Optional<Elf> read(Bytes bytes) throws IOException {
        ByteBuffer header = bytes.read(0, HEADER);
        boolean known = header.remaining() == HEADER
                && header.getInt(0) == MAGIC
                && header.get(4) == CLASS_64
                && header.get(5) == LITTLE_ENDIAN;
        return known ? of(header, bytes) : Optional.empty();
    }

    private static Optional<Elf> of(ByteBuffer header, Bytes bytes) throws IOException {
        int count = Short.toUnsignedInt(header.getShort(56));
        if (count == MANY) {
            ByteBuffer info = bytes.read(header.getLong(40) + FIRST_SECTION_INFO, Integer.BYTES);
            count = info.remaining() < Integer.BYTES ? 0 : Math.max(0, Math.min(info.getInt(), MOST_SEGMENTS));
        }
        ByteBuffer table = bytes.read(header.getLong(32), count * PROGRAM_HEADER);
        List<Segment> segments = new ArrayList<>();
        for (int at = 0; at + PROGRAM_HEADER <= table.remaining(); at += PROGRAM_HEADER) {
            segments.add(new Segment(
                    table.getInt(at), table.getLong(at + 8), table.getLong(at + 16), table.getLong(at + 32)));
        }
        int type = Short.toUnsignedInt(header.getShort(16));
        int machine = Short.toUnsignedInt(header.getShort(18));
        return segments.size() < count ? Optional.empty() : Optional.of(new Elf(type, machine, segments));
    }

    /** All notes, in their order. */
    List<Note> notes(Bytes bytes) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.type == Segment.NOTE && segment.fileSize > 0 && segment.fileSize < LARGEST_NOTES) {
                notes.addAll(Note.all(bytes.read(segment.offset, (int) segment.fileSize)));
            }
        }
        return notes;
    }

    /** What a linker wrote to tell this build from any other (NT_GNU_BUILD_ID), in hexadecimal digits. */
    static Optional<String> buildId(Bytes bytes) throws IOException {
        Optional<Elf> elf = read(bytes);
        if (elf.isEmpty()) {
            return Optional.empty();
        }
        return elf.get().notes(bytes).stream()
                .filter(note -> note.type() == BUILD_ID && note.owner().equals("GNU"))
                .map(note -> hex(note.content()))
                .findFirst();
    }

    private static String hex(ByteBuffer bytes) {
        byte[] content = new byte[bytes.remaining()];
        bytes.duplicate().get(content);
        return HexFormat.of().formatHex(content);
    }
}
