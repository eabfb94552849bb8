package dev.twinstack.mi;

/** GDB has ended, or the connection to it was closed; no further command can be answered. */
public final class MiClosedException extends MiException {
    private static final long serialVersionUID = 1;

    public MiClosedException(String message) {
        super(message);
    }

    public MiClosedException(String message, Throwable cause) {
        super(message, cause);
    }
}
