package dev.twinstack.adapter.stack;

import java.util.List;

/**
 * One frame of the merged stack as the helpers tell it; {@code kind} says whether the Python or the native fields are there.
 *
 * @param kind {@code python} or {@code native}
 * @param frame address of the Python frame's interpreter frame
 * @param level GDB's level of the native frame, for a Python frame that of its evaluator frame
 * @param column UTF-8 byte offset, 0-based, absent before CPython 3.11
 * @param unplaced whether no native frame was found for this Python frame
 * @param ofLibrary whether a Python frame is not of the user's own code
 * @param library path of the object file of a native frame
 * @param subtle whether a native frame is CPython's own
 * @param inline whether a native frame is of a function that the compiler put into its caller's code
 * @param parameters what the function was called with; null when that was not asked for or is not known
 */
public record HelperFrame(
        String kind,
        String frame,
        int level,
        String name,
        String file,
        Integer line,
        Integer endLine,
        Integer column,
        Integer endColumn,
        boolean unplaced,
        boolean ofLibrary,
        String pc,
        String library,
        boolean subtle,
        boolean inline,
        List<Parameter> parameters) {
    /** A parameter of a function; the value is cut where it is long. */
    public record Parameter(String name, String type, String value) {}

    public boolean isPython() {
        return kind.equals("python");
    }
}
