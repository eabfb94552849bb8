package dev.twinstack.adapter.console;

/** What one command of GDB prints, up to a limit; written by GDB's reader thread, read by the session thread. */
final class ConsoleText {
    /** Characters: a client keeps all of it in its console. */
    private static final int MOST = 100_000;

    private final StringBuilder text = new StringBuilder();
    private boolean cut;

    synchronized void append(String printed) {
        int room = Math.min(printed.length(), MOST - text.length());
        cut |= room < printed.length();
        text.append(printed, 0, room);
    }

    synchronized String text() {
        return cut
                ? text + "\n… (cut after " + MOST
                        + " characters; '-exec pipe COMMAND | cat > FILE' writes all of it to a file)"
                : text.toString();
    }
}
