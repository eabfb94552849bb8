package dev.twinstack.adapter.dap;

/**
 * A failure that the user can understand and act on: its message is a whole sentence that says what failed, why, and what to do.
 * Thrown anywhere in a handler; {@link DapErrors} answers it as the request's error response.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
