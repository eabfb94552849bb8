package dev.twinstack.mi;

/** No usable GDB: missing, too old, without Python, or ended at once. The message is a whole sentence for the user. */
public final class GdbUnavailableException extends MiException {
    private static final long serialVersionUID = 1;

    public GdbUnavailableException(String message) {
        super(message);
    }

    public GdbUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
