package dev.twinstack.adapter.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which standard streams are terminals. */
final class Terminal {
    private Terminal() {}

    /** Whether a standard stream of this process, by its number, is a terminal whose user wants colours (no-color.org). */
    static boolean hasColours(int stream) {
        String noColour = System.getenv("NO_COLOR");
        boolean wanted = (noColour == null || noColour.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return wanted && isTerminal(stream);
    }

    private static boolean isTerminal(int stream) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException closed) {
            return false;
        }
    }
}
