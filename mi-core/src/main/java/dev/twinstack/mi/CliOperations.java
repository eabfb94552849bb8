package dev.twinstack.mi;

import java.util.Set;

/**
 * The operations whose arguments GDB hands, as one line, to a command of its command-line interpreter ({@code
 * DEF_MI_CMD_CLI} and {@code add_mi_cmd_cli} in GDB's {@code mi/mi-cmds.c}).
 */
final class CliOperations {
    private static final Set<String> NAMES =
            Set.of("-file-exec-and-symbols", "-file-exec-file", "-file-symbol-file", "-target-attach");

    private CliOperations() {}

    static boolean has(String operation) {
        return NAMES.contains(operation);
    }

    /**
     * One word for libiberty's {@code buildargv}: a backslash before each special character, outside quotes. What a
     * backslash does inside quotes has changed between versions of GDB; this has not.
     */
    static String quote(String text) {
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("A command of GDB cannot carry NUL: " + text);
        }
        return text.isEmpty() ? "\"\"" : text.replaceAll("[\\s\"'\\\\]", "\\\\$0");
    }
}
