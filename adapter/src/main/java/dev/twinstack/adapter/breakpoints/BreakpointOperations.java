package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.python.Helpers;
import java.util.List;

/** The helpers' operations on breakpoints. */
record BreakpointOperations(Helpers helpers) {
    /** Replaces the breakpoints of a source file; the answers stand in the order of the wishes. */
    List<Answer> setBreakpoints(String path, List<Wish> breakpoints) {
        return helpers.call("set-breakpoints", new BreakpointsOfFile(path, breakpoints), Answers.class)
                .breakpoints();
    }

    /** A line where the user wants to stop; conditions may be null. */
    record Wish(int line, String condition, String hitCondition) {}

    /**
     * What became of a wish: {@code number} is GDB's, null when refused; {@code message} says why it is not verified; one that stays may have
     * been disabled.
     */
    record Answer(String number, boolean verified, boolean enabled, Integer line, String message) {}

    private record BreakpointsOfFile(String path, List<Wish> breakpoints) {}

    private record Answers(List<Answer> breakpoints) {}

    /**
     * Stops once before the program's first code: that of the Python file {@code file}, or of a native program when it is null; {@code early}:
     * even before its arguments are set up, where no breakpoint of a line is.
     */
    String entryBreakpoint(String file, boolean early) {
        return helpers.call("entry-breakpoint", new EntryFile(file, early), Entry.class)
                .number();
    }

    private record EntryFile(String file, boolean early) {}

    private record Entry(String number) {}
}
