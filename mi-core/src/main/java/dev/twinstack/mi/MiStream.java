package dev.twinstack.mi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Bytes of GDB/MI as they come, in any pieces, to records in order.
 *
 * <p>Lines end with LF or CRLF; empty ones make no record. Not thread-safe: one thread feeds it.
 */
public final class MiStream {
    /** A line longer than this becomes a {@link MiRecord.Malformed}, so that endless output cannot fill the memory. */
    public static final int MAX_LINE = 1 << 28;

    private final LineSplitter splitter;

    public MiStream(Consumer<MiRecord> records) {
        this(MAX_LINE, records);
    }

    MiStream(int maxLine, Consumer<MiRecord> records) {
        splitter = new LineSplitter(maxLine, new LineSplitter.Lines() {
            @Override
            public void line(byte[] bytes, int start, int end) {
                records.accept(MiParser.parse(bytes, start, end));
            }

            @Override
            public void tooLong(byte[] bytes, int length) {
                records.accept(MiParser.tooLong(bytes, length, maxLine));
            }
        });
    }

    public void feed(byte[] bytes) {
        splitter.feed(bytes, 0, bytes.length);
    }

    /** Takes the bytes from {@code start} (inclusive) to {@code end} (exclusive). */
    public void feed(byte[] bytes, int start, int end) {
        splitter.feed(bytes, start, end);
    }

    /** The bytes have ended; a last line without line end becomes a record now. */
    public void finish() {
        splitter.finish();
    }

    /** All records of these bytes. */
    public static List<MiRecord> parseAll(byte[] bytes) {
        List<MiRecord> records = new ArrayList<>();
        MiStream stream = new MiStream(records::add);
        stream.feed(bytes);
        stream.finish();
        return records;
    }
}
