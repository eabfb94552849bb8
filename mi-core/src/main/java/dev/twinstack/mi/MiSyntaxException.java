package dev.twinstack.mi;

/** A line is no record; caught by {@link MiParser} and made a {@link MiRecord.Malformed}. */
final class MiSyntaxException extends Exception {
    private static final long serialVersionUID = 1;
    private final int position;

    MiSyntaxException(String message, int position) {
        super(message, null, false, false);
        this.position = position;
    }

    /** Index into the line, in bytes. */
    int position() {
        return position;
    }
}
