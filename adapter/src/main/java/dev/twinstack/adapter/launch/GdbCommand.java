package dev.twinstack.adapter.launch;

/**
 * A command that a launch configuration gives GDB.
 *
 * @param attribute where it stands
 * @param text one of GDB's command line, or of GDB/MI when it begins with {@code -}
 * @param ignoresFailure whether nobody wants to know that it failed
 */
public record GdbCommand(String attribute, String text, boolean ignoresFailure) {}
