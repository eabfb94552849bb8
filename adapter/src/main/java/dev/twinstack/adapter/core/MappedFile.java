package dev.twinstack.adapter.core;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Part of a file that was mapped into the program's memory: first address, address past the last, offset in the file, path. */
record MappedFile(long start, long end, long offset, String path) {
    /** What Linux appends to the path of a file that was deleted or replaced (d_path in fs/d_path.c). */
    private static final String DELETED = " (deleted)";

    private static final int HEADER = 2 * Long.BYTES;
    private static final int ROW = 3 * Long.BYTES;

    /**
     * The note NT_FILE (fs/binfmt_elf.c, fill_files_note): a count, the page size, that many rows of start, end and offset in pages, and as
     * many paths.
     */
    static List<MappedFile> all(ByteBuffer note) {
        List<MappedFile> files = new ArrayList<>();
        long count = note.limit() < HEADER ? 0 : Math.min(note.getLong(0), (note.limit() - HEADER) / ROW);
        int path = (int) (HEADER + count * ROW);
        for (int row = 0; row < count && path < note.limit(); row++) {
            int at = HEADER + row * ROW;
            int length = lengthAt(note, path);
            files.add(new MappedFile(
                    note.getLong(at),
                    note.getLong(at + 8),
                    note.getLong(at + 16) * note.getLong(8),
                    undeleted(Note.text(note, path, length))));
            path += length + 1;
        }
        return files;
    }

    boolean holds(long address) {
        return address >= start && address < end;
    }

    private static int lengthAt(ByteBuffer note, int start) {
        int end = start;
        while (end < note.limit() && note.get(end) != 0) {
            end++;
        }
        return end - start;
    }

    private static String undeleted(String path) {
        return path.endsWith(DELETED) ? path.substring(0, path.length() - DELETED.length()) : path;
    }
}
