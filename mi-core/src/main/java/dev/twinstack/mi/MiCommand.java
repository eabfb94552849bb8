package dev.twinstack.mi;

/**
 * A GDB/MI command: operation, options, parameters (GDB manual, "GDB/MI Input Syntax"); immutable.
 *
 * <p>The only place that quotes. GDB parses the arguments of most operations as MI strings, but hands the line of some
 * to its command-line interpreter as it stands ({@link CliOperations}); {@link #parameter} quotes as the operation needs.
 */
public final class MiCommand {
    private final String operation;
    private final String arguments;

    private MiCommand(String operation, String arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    /** A command without arguments yet; {@code operation} begins with {@code -}. */
    public static MiCommand of(String operation) {
        if (!operation.matches("-[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("Not an MI operation: " + operation);
        }
        return new MiCommand(operation, "");
    }

    /** {@code -interpreter-exec console "…"}: a command of GDB's command line, which may hold any character but NUL. */
    public static MiCommand console(String command) {
        return of("-interpreter-exec").option("console").parameter(command);
    }

    /** An option without value, or a word that needs no quotes, as it is: {@code --all}, {@code -f}, {@code console}. */
    public MiCommand option(String option) {
        if (!option.matches("[^\\s\"\\\\]+")) {
            throw new IllegalArgumentException("Not an MI option: " + option);
        }
        return with(option);
    }

    /** An option with its value: {@code --thread 1}. */
    public MiCommand option(String option, String value) {
        return option(option).parameter(value);
    }

    /**
     * A parameter, quoted where it must be: any text without NUL, and for the operations of the command-line interpreter
     * without line break, which {@link #console} can carry. GDB takes one that begins with {@code -} for an option unless
     * {@code option("--")} stands before the parameters.
     */
    public MiCommand parameter(String text) {
        return CliOperations.has(operation) ? verbatim(CliOperations.quote(text)) : with(quote(text));
    }

    /**
     * Text that reaches GDB as it is, for operations that take an expression or a whole command line unquoted, such as
     * {@code -gdb-set} and {@code -exec-arguments}. One line.
     */
    public MiCommand verbatim(String text) {
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException(operation + " cannot take a line break or NUL: " + text);
        }
        return with(text);
    }

    /** A word of a console command, escaped for GDB's own splitting of a command line ({@code gdb_buildargv}). */
    public static String consoleWord(String text) {
        return CliOperations.quote(text);
    }

    public String operation() {
        return operation;
    }

    /** The command in one line, without token and line end. */
    @Override
    public String toString() {
        return operation + arguments;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MiCommand that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    private MiCommand with(String argument) {
        return new MiCommand(operation, arguments + " " + argument);
    }

    private static String quote(String text) {
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("GDB/MI cannot carry NUL: " + text);
        }
        return text.matches("[A-Za-z0-9_./:=+*$&,@%-]+") ? text : CString.quote(text);
    }
}
