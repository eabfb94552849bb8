package dev.twinstack.adapter.console;

import dev.twinstack.adapter.python.HelperEvent;
import dev.twinstack.mi.MiRecord;

/**
 * What one command of GDB prints, up to a limit, and of what it says of errors (GDB/MI: the log stream) the end; written by GDB's reader thread,
 * read by the session thread.
 */
final class ConsoleText {
    /** Characters: a client keeps all of it in its console. */
    private static final int MOST = 100_000;

    /** Characters of a message that a client shows in a window. */
    private static final int MOST_OF_ERRORS = 2_000;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private boolean cut;

    /** Where the errors begin with which the text ends; a command that fails has them in its answer. */
    private int lastErrors;

    void append(MiRecord record) {
        if (record instanceof MiRecord.Stream stream) {
            boolean ofErrors = stream.kind() == MiRecord.Stream.Kind.LOG;
            if (!ofErrors || !HelperEvent.isUnasked(stream.text())) {
                append(stream.text(), ofErrors);
            }
        } else if (record instanceof MiRecord.Output other) { // of a program that GDB runs for the command
            append(other.text() + '\n', false);
        }
    }

    private synchronized void append(String printed, boolean ofErrors) {
        if (ofErrors) {
            errors.append(printed);
            errors.delete(0, Math.max(0, errors.length() - MOST_OF_ERRORS));
        }
        int room = Math.min(printed.length(), MOST - text.length());
        cut |= room < printed.length();
        text.append(printed, 0, room);
        lastErrors = ofErrors ? lastErrors : text.length();
    }

    /** Why it failed, in the words that GDB or its Python printed, and in those of the reply where they say more. */
    synchronized String reason(String reply) {
        String said = errors.toString().strip();
        return said.contains(reply.strip()) ? said : (said + '\n' + reply).strip();
    }

    /** What was printed before the errors for which the command failed. */
    synchronized String textBeforeFailure() {
        return text().substring(0, lastErrors);
    }

    synchronized String text() {
        return cut
                ? text + "\n… (cut after " + MOST
                        + " characters; '-exec pipe COMMAND | cat > FILE' writes all of it to a file)"
                : text.toString();
    }
}
