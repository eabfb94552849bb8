package dev.twinstack.mi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Parses one line of GDB/MI output into one record; never throws, whatever the line.
 *
 * <p>A line begins like a record when its first byte, after the digits of a token, is one of {@code ^ * + = ~ @ &}. Such
 * a line is a record or a {@link MiRecord.Malformed}. Any other line is {@link MiRecord.Prompt},
 * {@link MiRecord.Output}, or, where a record stands behind the output, {@link MiRecord.Malformed} at position 0.
 */
public final class MiParser {
    private static final int MAX_LINE_SHOWN = 1000;
    private static final String ADVICE =
            " If the debuggee prints to GDB's own standard output, give it a terminal of its"
                    + " own (-inferior-tty-set, or set inferior-tty) before it runs.";

    private MiParser() {}

    /** Parses a line, with or without its line end. */
    public static MiRecord parse(String line) {
        return parse(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Parses a line, with or without its line end. */
    public static MiRecord parse(byte[] line) {
        return parse(line, 0, line.length);
    }

    /** Parses the line at {@code start} (inclusive) to {@code end} (exclusive), with or without its line end. */
    public static MiRecord parse(byte[] bytes, int start, int end) {
        int stop = withoutLineEnd(bytes, start, end);
        try {
            return record(bytes, start, stop);
        } catch (MiSyntaxException e) {
            return malformed(e.getMessage() + ".", e.position(), bytes, start, stop);
        }
    }

    /** What stands for a line that was not kept because of its length. */
    static MiRecord tooLong(byte[] head, int length, int limit) {
        return malformed("The line is longer than " + limit + " bytes.", limit, head, 0, length);
    }

    private static int withoutLineEnd(byte[] bytes, int start, int end) {
        int stop = end > start && bytes[end - 1] == '\n' ? end - 1 : end;
        return stop > start && bytes[stop - 1] == '\r' ? stop - 1 : stop;
    }

    private static MiRecord record(byte[] bytes, int start, int end) throws MiSyntaxException {
        LineReader line = new LineReader(bytes, start, end);
        String token = line.digits();
        MiRecord record = switch (line.peek()) {
            case '^' -> result(line, token);
            case '*' -> async(line, token, MiRecord.Async.Kind.EXEC);
            case '+' -> async(line, token, MiRecord.Async.Kind.STATUS);
            case '=' -> async(line, token, MiRecord.Async.Kind.NOTIFY);
            case '~' -> stream(line, token, MiRecord.Stream.Kind.CONSOLE);
            case '@' -> stream(line, token, MiRecord.Stream.Kind.TARGET);
            case '&' -> stream(line, token, MiRecord.Stream.Kind.LOG);
            default -> null;
        };
        if (record == null) {
            return isPrompt(bytes, start, end) ? new MiRecord.Prompt() : output(bytes, start, end);
        }
        if (!line.atEnd()) {
            throw line.unexpected("the end of the line");
        }
        return record;
    }

    private static MiRecord result(LineReader line, String token) throws MiSyntaxException {
        line.advance();
        return new MiRecord.Result(token, line.word(), results(line, false));
    }

    private static MiRecord async(LineReader line, String token, MiRecord.Async.Kind kind) throws MiSyntaxException {
        line.advance();
        String asyncClass = line.word();
        return new MiRecord.Async(kind, token, asyncClass, results(line, kind == MiRecord.Async.Kind.NOTIFY));
    }

    private static MiRecord stream(LineReader line, String token, MiRecord.Stream.Kind kind) throws MiSyntaxException {
        if (token != null) {
            throw new MiSyntaxException("A stream record has no token, so that other output stands before it", 0);
        }
        line.advance();
        return new MiRecord.Stream(kind, line.string());
    }

    private static MiValue.Tuple results(LineReader line, boolean wordsToo) throws MiSyntaxException {
        List<MiField> results = new ArrayList<>();
        while (line.skip(',')) {
            results.add(wordsToo ? line.fieldOrWord() : line.field());
        }
        return results.isEmpty() ? MiValue.Tuple.EMPTY : new MiValue.Tuple(results);
    }

    /** GDB prints {@code "(gdb) \n"}; the manual writes it without the space. */
    private static boolean isPrompt(byte[] bytes, int start, int end) {
        String text = end - start > 8 ? "" : new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        return text.stripTrailing().equals("(gdb)");
    }

    private static MiRecord output(byte[] bytes, int start, int end) {
        OptionalInt glued = GluedOutput.find(bytes, start, end);
        if (glued.isPresent()) {
            String message = "Other output stands before a GDB/MI record that seems to begin at byte "
                    + glued.getAsInt() + "; where exactly its token begins cannot be told.";
            return malformed(message, 0, bytes, start, end);
        }
        return new MiRecord.Output(MiValue.Text.ofBytes(bytes, start, end));
    }

    private static MiRecord malformed(String message, int position, byte[] bytes, int start, int end) {
        String line = new String(bytes, start, Math.min(end - start, MAX_LINE_SHOWN), StandardCharsets.UTF_8);
        return new MiRecord.Malformed(message + ADVICE, position, line);
    }
}
