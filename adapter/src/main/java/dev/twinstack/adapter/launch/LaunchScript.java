package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.GdbPipe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The shell script through which GDB starts the debuggee ({@code set exec-wrapper}), so that directory, arguments and the values of the environment
 * arrive byte for byte. GDB's {@code set args}, {@code set environment} and {@code startup-with-shell off} cannot carry a newline, and the last of them splits at
 * every space (GDB 10 to 16). A variable whose name no shell can carry, such as {@code A.B}, is lost on the way.
 */
public final class LaunchScript {
    /** What GDB sets in its own environment and would pass on (GDB manual, "Environment"). */
    private static final List<String> SET_BY_GDB = List.of("LINES", "COLUMNS");

    /** What {@code LC_ALL} was before {@code bin/twinstack} replaced it; empty where it was not set. */
    public static final String REPLACED_LOCALE = "TWINSTACK_LC_ALL";

    /** The most bytes that Linux takes as one argument or one variable with its name (execve(2), MAX_ARG_STRLEN, which counts the NUL behind them). */
    private static final int LONGEST = 131_071;

    private LaunchScript() {}

    /**
     * The script. Throws {@link UserError} for what no shell can pass on, or no program can get.
     *
     * @param own the environment of GDB, which the debuggee inherits
     * @param terminalType the variable TERM of the debuggee's terminal, or null to inherit that, too
     */
    public static String text(Debuggee debuggee, Launch launch, Map<String, String> own, String terminalType) {
        StringBuilder script = new StringBuilder("cd ")
                .append(quote(debuggee.directory().toString()))
                .append(" || exit 126\n");
        SET_BY_GDB.forEach(name -> script.append(assignment(name, own.get(name))));
        script.append(assignment("SHELL", own.get("SHELL")));
        script.append(ownLocale(own.get(REPLACED_LOCALE)));
        script.append(terminalType == null ? "" : assignment("TERM", terminalType));
        launch.environment().forEach((name, value) -> script.append(variable(name, value)));
        script.append("[ $# -eq 0 ] || shift\n"); // the program: GDB's own arguments (set args) are behind it
        script.append(launch.streams().redirection());
        return script.append("exec ")
                .append(quote(debuggee.executable().toString()))
                .append(debuggee.arguments().stream()
                        .map(LaunchScript::argument)
                        .collect(Collectors.joining()))
                .append(debuggee.shellArguments().isEmpty() ? "" : " " + debuggee.shellArguments())
                .append(" \"$@\"\n")
                .toString();
    }

    private static String ownLocale(String replaced) {
        return replaced == null
                ? ""
                : assignment(REPLACED_LOCALE, null) + assignment("LC_ALL", replaced.isEmpty() ? null : replaced);
    }

    private static String assignment(String name, String value) {
        return value == null ? "unset " + name + "\n" : "export " + name + "=" + quote(value) + "\n";
    }

    private static String variable(String name, String value) {
        if (value != null) {
            requireShort("The environment variable '" + name + "', with its name,", name + "=" + value);
        }
        return assignment(requireName(name), value);
    }

    private static String argument(String text) {
        requireShort("The argument that begins with '" + text.substring(0, Math.min(text.length(), 40)) + "'", text);
        return " " + quote(text);
    }

    private static String requireName(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new UserError("The environment variable '" + name
                    + "' cannot be set: a shell takes only letters, digits and '_' in a name;"
                    + " rename it or remove it from 'env'.");
        }
        return name;
    }

    private static void requireShort(String what, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST) {
            throw new UserError(what + " has " + bytes + " bytes, and Linux starts no program with more than " + LONGEST
                    + " in one (MAX_ARG_STRLEN); shorten it, or have the program read it from a file.");
        }
    }

    /** As {@link GdbPipe#quote}. Throws {@link UserError} for a NUL character. */
    public static String quote(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UserError(
                    "An argument or environment value contains a NUL character, which no program can receive; remove it.");
        }
        return GdbPipe.quote(text);
    }
}
