package dev.twinstack.mi;

import java.util.Optional;

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
        String message = text(reply, "msg").orElse("GDB refused the command " + operation + " without saying why.");
        return new MiErrorException(operation, message, text(reply, "code").orElse(null));
    }

    /** Lenient about the shape, so that an error always reaches the one who waits. */
    private static Optional<String> text(MiRecord.Result reply, String name) {
        return reply.results()
                .find(name)
                .filter(MiValue.Text.class::isInstance)
                .map(value -> ((MiValue.Text) value).text());
    }

    /** The operation that failed, such as {@code -exec-run}. */
    public String operation() {
        return operation;
    }

    /** GDB's error code, or null where it gave none. */
    public String code() {
        return code;
    }

    /** Whether GDB does not know the operation at all. */
    public boolean isUndefinedCommand() {
        return "undefined-command".equals(code);
    }

    /**
     * Whether the command was interrupted by SIGINT ({@link GdbProcess#interrupt()}). Commands that Python implements
     * ({@code gdb.Command}, {@code gdb.MICommand}) end so too; GDB's command {@code python} words it otherwise.
     */
    public boolean isQuit() {
        return QUIT.equals(getMessage());
    }
}
