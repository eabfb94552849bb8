package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import java.util.List;

/** The helpers' operations on breakpoints. Each that sets some replaces a whole set, and answers in the order of the wishes. */
record BreakpointOperations(Helpers helpers) {
    /** Replaces the breakpoints of a source file, which the client knows as {@code client}. */
    List<Answer> setBreakpoints(String path, String client, List<Line> breakpoints) {
        return set("set-breakpoints", new BreakpointsOfFile(path, client, breakpoints));
    }

    private record BreakpointsOfFile(String path, String client, List<Line> breakpoints) {}

    /** A line where the user wants to stop, or have a message logged instead; all but the line may be null. */
    record Line(int line, String mode, String condition, String hitCondition, String logMessage) {}

    /** Replaces the breakpoints on functions. */
    List<Answer> setFunctionBreakpoints(List<Function> breakpoints) {
        return set("set-function-breakpoints", new FunctionBreakpoints(breakpoints));
    }

    private record FunctionBreakpoints(List<Function> breakpoints) {}

    /** A function by its name, {@code file.c:function}, or functions by {@code /regex/}; conditions may be null. */
    record Function(String name, String condition, String hitCondition) {}

    /** Replaces the breakpoints on instructions. */
    List<Answer> setInstructionBreakpoints(List<Instruction> breakpoints) {
        return set("set-instruction-breakpoints", new InstructionBreakpoints(breakpoints));
    }

    private record InstructionBreakpoints(List<Instruction> breakpoints) {}

    /** The instruction {@code offset} bytes behind an address {@code 0x…}; all but the address may be null. */
    record Instruction(String address, Integer offset, String mode, String condition, String hitCondition) {}

    /** Replaces the breakpoints on data. */
    List<Answer> setDataBreakpoints(List<Data> breakpoints) {
        return set("set-data-breakpoints", new DataBreakpoints(breakpoints));
    }

    private record DataBreakpoints(List<Data> breakpoints) {}

    /** Memory as {@link #watchable} named it; {@code accessType} is read, write or readWrite. */
    record Data(String dataId, String accessType, String condition, String hitCondition) {}

    /**
     * How the value of an expression is watched. Throws {@link dev.twinstack.adapter.dap.UserError} with the reason why it cannot be, as the
     * other two.
     *
     * @param name what it is called
     * @param bytes how many of its first; null for all
     * @param frame of C; null for none
     */
    Watchable watchable(String expression, String name, Integer bytes, Frame frame) {
        return watchable(
                "data-breakpoint-info", new WatchedExpression(expression, name, bytes, thread(frame), level(frame)));
    }

    private record WatchedExpression(String expression, String name, Integer bytes, Integer thread, int level) {}

    /** How the child of that name of a value with a handle is watched. */
    Watchable watchableChild(int handle, String name, Integer bytes) {
        return watchable("child-data-breakpoint-info", new WatchedChild(handle, name, bytes));
    }

    private record WatchedChild(int handle, String child, Integer bytes) {}

    /** How bytes, one where it is null, are watched at the address that an expression gives, in a frame or in none. */
    Watchable watchableMemory(String expression, Integer bytes, Frame frame) {
        return watchable(
                "memory-data-breakpoint-info", new WatchedMemory(expression, bytes, thread(frame), level(frame)));
    }

    private record WatchedMemory(String expression, Integer bytes, Integer thread, int level) {}

    /** How what a path leads to is watched in a frame of Python; {@code global}: among its globals alone. */
    Watchable watchableNamed(Frame.Python frame, String expression, boolean global) {
        return watchable(
                "python-data-breakpoint-info",
                new WatchedInPython(expression, expression, frame.thread(), frame.address(), null, global, false));
    }

    /** How the child of a Python object is watched that its access leads to. */
    Watchable watchableItem(String parent, String access, String name) {
        return watchable(
                "python-data-breakpoint-info", new WatchedInPython(access, name, null, null, parent, false, false));
    }

    /** How the number of references to a Python object is watched. */
    Watchable watchableReferences(String object) {
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

    private Watchable watchable(String operation, Record wanted) {
        return helpers.call(operation, wanted, Watchable.class);
    }

    private static Integer thread(Frame frame) {
        return frame == null ? null : frame.thread();
    }

    private static int level(Frame frame) {
        return frame == null ? 0 : frame.level();
    }

    /** {@code access}: the only one for which it can be watched, or null for any. */
    record Watchable(String dataId, String description, String access) {
        boolean isWrittenOnly() {
            return "write".equals(access);
        }
    }

    /** The lines of a file from {@code line} to {@code end} that have code. */
    List<Integer> locations(String path, int line, int end) {
        return helpers.call("breakpoint-locations", new Lines(path, line, end), Found.class)
                .lines();
    }

    /** The same of a Python file, which the client knows as {@code client}. */
    List<Integer> pythonLocations(String path, String client, int line, int end) {
        return helpers.call("python-breakpoint-locations", new PythonLines(path, client, line, end), Found.class)
                .lines();
    }

    private record PythonLines(String path, String client, int line, int end) {}

    private record Lines(String path, int line, int end) {}

    private record Found(List<Integer> lines) {}

    private List<Answer> set(String operation, Record arguments) {
        return helpers.call(operation, arguments, Answers.class).breakpoints();
    }

    private record Answers(List<Answer> breakpoints) {}

    /**
     * What became of a wish.
     *
     * @param number GDB's; null when refused. Where several breakpoints of GDB stand for one of the client, a number of its own
     * @param natives the numbers of these several; null where there is one
     * @param enabled whether it stops; one that stays may have been disabled in the debug console
     * @param path the absolute path of the file where it is, null where that is not known
     * @param address {@code 0x…}, null for one that has no place yet
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
        /** A wish that is not granted. */
        static Answer refused(String why) {
            return new Answer(null, null, false, false, null, null, null, why);
        }
    }
}
