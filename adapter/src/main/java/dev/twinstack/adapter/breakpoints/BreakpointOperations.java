package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The helpers' operations on breakpoints. An operation that sets some replaces a whole set of them, and answers in the order in which they were asked for. */
record BreakpointOperations(Helpers helpers) {
    /** Replaces the breakpoints of a source file, which the client knows as {@code client}; those with the numbers {@code kept} stay as they are. */
    PlacedLines setBreakpoints(String path, String client, List<Line> breakpoints, List<String> kept) {
        return helpers.call(
                "set-breakpoints", new BreakpointsOfFile(path, client, breakpoints, kept), PlacedLines.class);
    }

    private record BreakpointsOfFile(String path, String client, List<Line> breakpoints, List<String> kept) {}

    /** {@code kept}: how many of those that were to stay there are. */
    record PlacedLines(List<Answer> breakpoints, int kept) {}

    /** A line where the user wants to stop, or have a message logged instead; all but the line may be null. */
    record Line(int line, String mode, String condition, String hitCondition, String logMessage) {
        /** What tells it from others. As a text: the first use of a record as a key costs a JVM that has just started 10 ms. */
        String key() {
            return Stream.of(Integer.toString(line), mode, condition, hitCondition, logMessage)
                    .map(each -> Objects.requireNonNullElse(each, ""))
                    .collect(Collectors.joining("\0"));
        }
    }

    /** Replaces the breakpoints on functions. */
    List<Answer> setFunctionBreakpoints(List<Function> breakpoints) {
        return set("set-function-breakpoints", new Functions(breakpoints));
    }

    private record Functions(List<Function> breakpoints) {}

    /** A function by its name, {@code file.c:function}, or functions by {@code /regex/}; conditions may be null. */
    record Function(String name, String condition, String hitCondition) {}

    /** Replaces the breakpoints on instructions. */
    List<Answer> setInstructionBreakpoints(List<Instruction> breakpoints) {
        return set("set-instruction-breakpoints", new Instructions(breakpoints));
    }

    private record Instructions(List<Instruction> breakpoints) {}

    /** The instruction {@code offset} bytes behind an address {@code 0x…}; all but the address may be null. */
    record Instruction(String address, Integer offset, String mode, String condition, String hitCondition) {}

    /** Replaces the breakpoints on data. */
    List<Answer> setDataBreakpoints(List<Data> breakpoints) {
        return set("set-data-breakpoints", new WatchedData(breakpoints));
    }

    private record WatchedData(List<Data> breakpoints) {}

    /** Memory as {@link #watchable} named it; {@code accessType} is read, write or readWrite. */
    record Data(String dataId, String accessType, String condition, String hitCondition) {}

    /**
     * How the value of an expression is watched. Throws {@link dev.twinstack.adapter.dap.UserError} with the reason if it cannot be, as all
     * operations of this kind do.
     *
     * @param name what the user calls it
     * @param bytes how many of its bytes from the first on; null for all
     * @param frame the native frame in which the expression holds, or null for none
     */
    DataBreakpointInfo watchable(String expression, String name, Integer bytes, Frame frame) {
        return watchable(
                "data-breakpoint-info", new WatchedExpression(expression, name, bytes, thread(frame), level(frame)));
    }

    private record WatchedExpression(String expression, String name, Integer bytes, Integer thread, int level) {}

    /** How the child of that name of a value with a handle is watched. */
    DataBreakpointInfo watchableChild(int handle, String name, Integer bytes) {
        return watchable("child-data-breakpoint-info", new WatchedChild(handle, name, bytes));
    }

    private record WatchedChild(int handle, String child, Integer bytes) {}

    /** How memory is watched at the address that an expression gives; {@code bytes}: how many, null for one; {@code frame}: where the expression holds, or null. */
    DataBreakpointInfo watchableMemory(String expression, Integer bytes, Frame frame) {
        return watchable(
                "memory-data-breakpoint-info", new WatchedMemory(expression, bytes, thread(frame), level(frame)));
    }

    private record WatchedMemory(String expression, Integer bytes, Integer thread, int level) {}

    /** How the value that a path leads to is watched, in a frame of Python; {@code global}: the path begins among its globals, whatever its locals are called. */
    DataBreakpointInfo watchableNamed(Frame.Python frame, String expression, boolean global) {
        return watchable(
                "python-data-breakpoint-info",
                new WatchedInPython(expression, expression, frame.thread(), frame.address(), null, global, false));
    }

    /** How the child of a Python object is watched; {@code access}: what leads to it from the object, such as {@code [3]}. */
    DataBreakpointInfo watchableItem(String parent, String access, String name) {
        return watchable(
                "python-data-breakpoint-info", new WatchedInPython(access, name, null, null, parent, false, false));
    }

    /** How the number of references to a Python object is watched. */
    DataBreakpointInfo watchableReferences(String object) {
        return watchable("python-data-breakpoint-info", new WatchedInPython("", "", null, null, object, false, true));
    }

    private record WatchedInPython(
            String expression,
            String name,
            Integer thread,
            String frame,
            String parent,
            boolean outside,
            boolean references) {}

    private DataBreakpointInfo watchable(String operation, Record wanted) {
        return helpers.call(operation, wanted, DataBreakpointInfo.class);
    }

    private static Integer thread(Frame frame) {
        return frame == null ? null : frame.thread();
    }

    private static int level(Frame frame) {
        return frame == null ? 0 : frame.level();
    }

    /** How data is watched (DAP: dataBreakpointInfo). {@code access}: the only access type for which it can be watched, or null for any. */
    record DataBreakpointInfo(String dataId, String description, String access) {
        boolean isWrittenOnly() {
            return "write".equals(access);
        }
    }

    /** The lines of a file from {@code line} to {@code end} that have code. */
    List<Integer> locations(String path, int line, int end) {
        return helpers.call("breakpoint-locations", new Lines(path, line, end), Found.class)
                .lines();
    }

    private record Lines(String path, int line, int end) {}

    private record Found(List<Integer> lines) {}

    /** The same of a Python file, which the client knows as {@code client}. */
    List<Integer> pythonLocations(String path, String client, int line, int end) {
        return helpers.call("python-breakpoint-locations", new PythonLines(path, client, line, end), Found.class)
                .lines();
    }

    private record PythonLines(String path, String client, int line, int end) {}

    private List<Answer> set(String operation, Record arguments) {
        return helpers.call(operation, arguments, Answers.class).breakpoints();
    }

    private record Answers(List<Answer> breakpoints) {}

    /**
     * What became of a breakpoint that was asked for.
     *
     * @param number GDB's number, or one of its own where several breakpoints of GDB stand for one of the client; null when refused
     * @param natives the numbers of these several; null where there is one
     * @param enabled whether it stops; one that was there before may have been disabled in the debug console
     * @param path the absolute path of the file where it is, or null where that is not known
     * @param address {@code 0x…}, or null for one that has no place yet
     * @param message why it is not verified, or what else the user should know; or null
     */
    record Answer(
            String number,
            List<String> natives,
            boolean verified,
            boolean enabled,
            String path,
            Integer line,
            String address,
            String message) {
        /** The answer for a breakpoint that cannot be set. */
        static Answer refused(String why) {
            return new Answer(null, null, false, false, null, null, null, why);
        }
    }
}
