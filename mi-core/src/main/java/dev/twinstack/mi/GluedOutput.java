package dev.twinstack.mi;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a record that stands behind other text in the same line.
 *
 * <p>A debuggee that shares GDB's standard output may leave a line unfinished; what GDB prints next is then glued to it,
 * as in {@code normal output 42*stopped,reason=…}. Only records that GDB is known to print (GDB manual, "GDB/MI Output
 * Records") count, so that a program may print {@code a=b} in peace.
 */
final class GluedOutput {
    private static final String RESULTS = ",[a-z-]++=[\"{\\[]";
    private static final Pattern RECORD =
            Pattern.compile("\\^(?:done|running|connected|error|exit)(?:$|" + RESULTS + ")"
                    + "|\\*(?:stopped|running)" + RESULTS
                    + "|=(?:thread|breakpoint|library|record|memory|cmd-param|traceframe|tsv)-[a-z-]++" + RESULTS
                    + "|\\+download,\\{"
                    + "|\\(gdb\\) $");
    private static final Pattern STREAM = Pattern.compile("[~@&]\"");
    private static final String STREAM_END = "\\n\"";

    private GluedOutput() {}

    /** Where in the line a record seems to begin; its token, if it has one, cannot be told from the output before it. */
    static OptionalInt find(byte[] line, int start, int end) {
        String text = new String(line, start, end - start, StandardCharsets.ISO_8859_1);
        OptionalInt record = first(RECORD, text);
        return record.isEmpty() && text.endsWith(STREAM_END) ? first(STREAM, text) : record;
    }

    private static OptionalInt first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
    }
}
