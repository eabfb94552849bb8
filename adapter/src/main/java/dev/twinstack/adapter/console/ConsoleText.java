package dev.twinstack.adapter.console;

import dev.twinstack.adapter.python.HelperEvent;
import dev.twinstack.mi.MiRecord;

/**
 * What one command of GDB prints, up to a limit, and the end of what it prints about errors (GDB/MI: the log stream). Written by GDB's reader thread,
 * read by the session thread.
 */
final class ConsoleText {
    /** The limit in characters: a client keeps all of it in its console. */
    private static final int MOST = 100_000;

    /** How many characters about errors are kept: a client shows them in a window. */
    private static final int MOST_OF_ERRORS = 2_000;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private boolean cut;

    /** Where the text about errors begins that stands at the end; if the command fails, its answer has that text, too. */
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

    /** Why the command failed: what GDB or its Python printed, and GDB's reply if that says more. */
    synchronized String reason(String reply) {
        String said = errors.toString().strip();
        return said.contains(reply.strip()) ? said : (said + '\n' + reply).strip();
    }

    /** Whether what failed is Python code of GDB's that was interrupted. */
    synchronized boolean tellsOfAnInterrupt() {
        return errors.indexOf("KeyboardInterrupt") >= 0;
    }

    /** What was printed before the text about the failure. */
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
