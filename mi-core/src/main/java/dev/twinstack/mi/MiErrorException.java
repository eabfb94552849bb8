package dev.twinstack.mi;

/**
 * GDB answered a command with {@code ^error}.
 *
 * <p>{@link #getMessage()} is GDB's own {@code msg}; {@link #code()} is its {@code code}, of which GDB documents only
 * {@code undefined-command} (GDB manual, "GDB/MI Result Records").
 */
public final class MiErrorException extends MiException {
    /** What GDB says when SIGINT stopped a command. */
    private static final String QUIT = "Quit";

    private static final long serialVersionUID = 1;
    private final String operation;
    private final String code;

    public MiErrorException(String operation, String message, String code) {
        super(message);
        this.operation = operation;
        this.code = code;
    }

    static MiErrorException of(String operation, MiRecord.Result reply) {
        String message =
                reply.results().findText("msg").orElse("GDB refused the command " + operation + " without saying why.");
        return new MiErrorException(
                operation, message, reply.results().findText("code").orElse(null));
    }

    /** The operation that failed, such as {@code -exec-run}. */
    public String operation() {
        return operation;
    }

    /** GDB's error message; the same as {@link #getMessage()}. */
    public String message() {
        return getMessage();
    }

    /** GDB's error code, or null where it gave none. */
    public String code() {
        return code;
    }

    /** Whether GDB does not know the operation at all. */
    public boolean isUndefinedCommand() {
        return "undefined-command".equals(code);
    }

    /** Whether the command was interrupted by SIGINT ({@link GdbProcess#interrupt()}). */
    public boolean isQuit() {
        return QUIT.equals(getMessage());
    }
}
