package dev.twinstack.adapter.launch.attributes;

/**
 * A command that a launch configuration gives GDB.
 *
 * @param attribute the attribute in which it stands
 * @param text one of GDB's command line, or of GDB/MI when it begins with {@code -}
 * @param ignoresFailure whether its failure is not told
 * @param isQuiet whether what it prints is shown only when it fails
 */
public record GdbCommand(String attribute, String text, boolean ignoresFailure, boolean isQuiet) {
    private static final String QUIET = "?";

    /** {@code text} may begin with lldb-dap's {@code ?}, which makes the command a quiet one. */
    public static GdbCommand of(String attribute, String text, boolean ignoresFailure) {
        boolean isQuiet = text.startsWith(QUIET);
        return new GdbCommand(
                attribute, isQuiet ? text.substring(QUIET.length()).strip() : text, ignoresFailure, isQuiet);
    }
}
