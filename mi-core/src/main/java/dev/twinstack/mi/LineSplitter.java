package dev.twinstack.mi;

import java.util.Arrays;

/** Cuts bytes that come in any pieces into lines, in time linear in their number. */
final class LineSplitter {
    /** Takes the lines; a slice is valid during the call only. */
    interface Lines {
        /** A line without its LF; never empty. */
        void line(byte[] bytes, int start, int end);

        /** The beginning of a line that was longer than the limit; the rest of it is dropped. */
        void tooLong(byte[] bytes, int length);
    }

    private final int limit;
    private final Lines lines;
    private byte[] pending = {};
    private int length;
    private boolean cut;

    LineSplitter(int limit, Lines lines) {
        this.limit = limit;
        this.lines = lines;
    }

    void feed(byte[] bytes, int start, int end) {
        int from = start;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n') {
                endLine(bytes, from, i);
                from = i + 1;
            }
        }
        keep(bytes, from, end);
    }

    /** The bytes have ended; a last line may lack its line end. */
    void finish() {
        endLine(pending, 0, 0);
    }

    private void endLine(byte[] bytes, int start, int end) {
        if (length == 0) {
            emit(bytes, start, end);
            return;
        }
        keep(bytes, start, end);
        if (cut) {
            lines.tooLong(pending, length);
        } else {
            emit(pending, 0, length);
        }
        pending = new byte[0];
        length = 0;
        cut = false;
    }

    private void emit(byte[] bytes, int start, int end) {
        int stop = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        if (stop > start) {
            lines.line(bytes, start, stop);
        }
    }

    private void keep(byte[] bytes, int start, int end) {
        int count = Math.min(end - start, limit - length);
        cut |= count < end - start;
        if (length + count > pending.length) {
            pending = Arrays.copyOf(pending, Math.min(limit, Math.max(2 * pending.length, length + count)));
        }
        System.arraycopy(bytes, start, pending, length, count);
        length += count;
    }
}
