package dev.twinstack.adapter.dap;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * A failure that the user can understand and act on: its message is a whole sentence that says what failed, why, and what to do.
 * Thrown anywhere in a handler; it is answered as the request's error response.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String CANCELLED = "cancelled";

    private final String shortForm;

    public UserError(String sentence) {
        this(null, sentence, null);
    }

    public UserError(String sentence, Throwable cause) {
        this(null, sentence, cause);
    }

    private UserError(String shortForm, String sentence, Throwable cause) {
        super(sentence, cause);
        this.shortForm = shortForm;
    }

    /** The request needs a program that stands; it may be sent again then. */
    public static UserError notStopped() {
        return new UserError("notStopped", "The program is running; pause it first.", null);
    }

    /** As {@link #notStopped()}, of a thread beside others that stand. */
    public static UserError notStopped(int thread) {
        return new UserError("notStopped", "Thread " + thread + " is running; pause it first.", null);
    }

    /** The client took the request back. */
    public static UserError cancelled() {
        return new UserError(CANCELLED, "The request was cancelled.", null);
    }

    /** Whether the client took the request back. */
    public boolean isCancelled() {
        return CANCELLED.equals(shortForm);
    }

    /** Why a file could not be read or written: of one that is missing, Java says the path alone. */
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        return failure instanceof AccessDeniedException ? "permission denied" : failure.getMessage();
    }

    /** The response's {@code message}: a word that DAP reserves ({@code notStopped}, {@code cancelled}), else the sentence itself. */
    public String shortForm() {
        return shortForm != null ? shortForm : getMessage();
    }
}
