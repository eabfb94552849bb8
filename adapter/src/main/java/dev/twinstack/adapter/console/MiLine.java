package dev.twinstack.adapter.console;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiRecord;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of GDB/MI as a user writes it, in the launch configuration or behind {@code -exec}.
 *
 * @param arguments its options and parameters, or null
 */
record MiLine(String operation, String arguments) {
    private static final Pattern SHAPE = Pattern.compile("(-[A-Za-z][A-Za-z0-9-]*)(?:\\s+(.*))?");

    /** The operations that only the session may use: they run, load or end the program. */
    private static final Pattern OF_SESSION =
            Pattern.compile("-(?:exec-(?!arguments|show)|target-|gdb-exit|(?:add|clone|remove)-inferior).*");

    /** The operations whose effect GDB tells only in the reply, so that the session would not learn of it. */
    private static final Pattern UNTOLD = Pattern.compile(
            "-(?:break-(?!list|info)|catch-|dprintf-|file-(?!list)|inferior-tty-set|interpreter-exec|twinstack).*");

    static Optional<MiLine> of(String text) {
        Matcher shape = SHAPE.matcher(text);
        return shape.matches() ? Optional.of(new MiLine(shape.group(1), shape.group(2))) : Optional.empty();
    }

    boolean isOfSession() {
        return OF_SESSION.matcher(operation).matches();
    }

    /** Throws {@link UserError} for an operation that must not be typed while a program is debugged. */
    void requireHarmless() {
        if (isOfSession() || UNTOLD.matcher(operation).matches()) {
            throw new UserError(
                    "'" + operation + "' is not carried out here, as the session would not know what it has"
                            + " done; use the editor, or GDB's own command behind '-exec', such as '-exec next' or '-exec break'.");
        }
    }

    /** With the options, which stand before the arguments. */
    MiCommand command(MiCommand withOptions) {
        return arguments == null ? withOptions : withOptions.verbatim(arguments);
    }

    /** What GDB has answered, as it is written in GDB/MI. */
    static String text(MiRecord.Result answer) {
        String results = answer.results().toString();
        String inside = results.substring(1, results.length() - 1);
        return "^" + answer.resultClass() + (inside.isEmpty() ? "" : "," + inside);
    }
}
