package dev.twinstack.mi;

/** Any failure of the conversation with GDB; unchecked, the parent of all exceptions of this package. */
public class MiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MiException(String message) {
        super(message);
    }

    public MiException(String message, Throwable cause) {
        super(message, cause);
    }
}
