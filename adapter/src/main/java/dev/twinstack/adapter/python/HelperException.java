package dev.twinstack.adapter.python;

/** A helper's operation failed because of a defect in the helpers; the message is their traceback. */
public final class HelperException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HelperException(String operation, String trace) {
        super("the helpers' operation " + operation + " failed:\n" + trace);
    }
}
