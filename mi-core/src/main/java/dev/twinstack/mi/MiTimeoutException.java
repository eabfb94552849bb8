package dev.twinstack.mi;

import java.time.Duration;

/** GDB did not answer a command in the time that the caller allowed; its answer, should it still come, is dropped. */
public final class MiTimeoutException extends MiException {
    private static final long serialVersionUID = 1;
    private final String operation;

    public MiTimeoutException(String operation, Duration timeout) {
        super("GDB did not answer " + operation + " within " + timeout.toMillis() + " ms.");
        this.operation = operation;
    }

    /** The operation that was not answered, such as {@code -exec-run}. */
    public String operation() {
        return operation;
    }
}
