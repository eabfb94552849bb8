package dev.twinstack.mi;

/**
 * The C strings of GDB/MI, both ways.
 *
 * <p>GDB prints bytes that it cannot print as octal escapes, so that an escape is a byte, not a character; it knows
 * {@code \n \t \r \b \f \a \e \v}, octal of one to three digits, and any other escaped byte stands for itself
 * (GDB's {@code print_one_char}; {@code mi_parse_escape} for the way in).
 */
final class CString {
    private CString() {}

    /** The string between two quotes; decoded from UTF-8 once. */
    static MiValue.Text unescape(byte[] line, int start, int end) {
        byte[] bytes = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; length++) {
            if (line[i] != '\\') {
                bytes[length] = line[i++];
            } else if (isOctal(line[i + 1])) {
                int stop = octalEnd(line, i + 1, end);
                bytes[length] = octal(line, i + 1, stop);
                i = stop;
            } else {
                bytes[length] = escaped(line[i + 1]);
                i += 2;
            }
        }
        return MiValue.Text.ofBytes(bytes, 0, length);
    }

    private static boolean isOctal(byte b) {
        return b >= '0' && b <= '7';
    }

    private static int octalEnd(byte[] line, int start, int end) {
        int stop = start;
        while (stop < end && stop < start + 3 && isOctal(line[stop])) {
            stop++;
        }
        return stop;
    }

    private static byte octal(byte[] line, int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            value = value * 8 + line[i] - '0';
        }
        return (byte) value;
    }

    private static byte escaped(byte b) {
        return switch (b) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'a' -> 7;
            case 'e' -> 27;
            case 'v' -> 11;
            default -> b;
        };
    }

    /** The text as a C string with its quotes, as GDB reads it: control characters escaped, UTF-8 left as it is. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(c -> appendQuoted(quoted, (char) c));
        return quoted.append('"').toString();
    }

    private static void appendQuoted(StringBuilder quoted, char c) {
        switch (c) {
            case '"', '\\' -> quoted.append('\\').append(c);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (c < ' ' || c == 127) {
                    quoted.append(String.format("\\%03o", (int) c));
                } else {
                    quoted.append(c);
                }
            }
        }
    }
}
