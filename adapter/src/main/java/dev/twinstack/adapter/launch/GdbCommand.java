package dev.twinstack.adapter.launch;

/**
 * A command that a launch configuration gives GDB.
 *
 * @param attribute where it stands
 * @param text one of GDB's command line, or of GDB/MI when it begins with {@code -}
 * @param ignoresFailure whether nobody wants to know that it failed
 * @param isQuiet whether nobody wants to see what it prints unless it fails
 */
public record GdbCommand(String attribute, String text, boolean ignoresFailure, boolean isQuiet) {
    private static final String QUIET = "?";

    /** {@code text} may begin with lldb-dap's {@code ?}, which makes it a quiet one. */
    static GdbCommand of(String attribute, String text, boolean ignoresFailure) {
        boolean isQuiet = text.startsWith(QUIET);
        return new GdbCommand(
                attribute, isQuiet ? text.substring(QUIET.length()).strip() : text, ignoresFailure, isQuiet);
    }
}
