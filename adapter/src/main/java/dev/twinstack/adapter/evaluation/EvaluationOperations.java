package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.variables.HelperVariable;
import dev.twinstack.adapter.variables.Settable;

/** The helpers' operations that evaluate what a user types, in a frame. */
record EvaluationOperations(Helpers helpers) {
    /** A read-only path such as {@code self.items[3]["k"]} in a Python frame. */
    HelperVariable evaluate(Frame.Python frame, String expression) {
        return helpers.call("evaluate", expression(frame, expression), HelperVariable.class);
    }

    /** As {@link #evaluate}, where code cannot be run for the reason {@code refused}, which is told where reading does not do either. */
    HelperVariable evaluateUnrun(Frame.Python frame, String expression, String refused) {
        Unrun wanted = new Unrun(frame.thread(), frame.address(), expression, refused);
        return helpers.call("evaluate", wanted, HelperVariable.class);
    }

    private record Unrun(int thread, String frame, String expression, String refused) {}

    /** A C or C++ expression in a native frame; only the context {@code repl} may call functions or write memory. */
    HelperVariable nativeEvaluate(Frame.Native frame, String expression, String context) {
        NativeExpression wanted = new NativeExpression(frame.thread(), frame.level(), expression, context);
        return helpers.call("native-evaluate", wanted, HelperVariable.class);
    }

    private record NativeExpression(int thread, int level, String expression, String context) {}

    /** Assigns a value to what a C or C++ expression leads to; returns what that is then. */
    HelperVariable assign(Settable.Native target, String value) {
        Frame.Native frame = target.frame();
        Assigned wanted = new Assigned(frame.thread(), frame.level(), target.expression(), value);
        return helpers.call("native-assign", wanted, HelperVariable.class);
    }

    private record Assigned(int thread, int level, String expression, String value) {}

    /** The nearest frame of the other language: for a native frame the Python frame that called it; for a Python frame the C code that it called, else CPython's evaluator. */
    Frame nearest(Frame frame) {
        String address = frame instanceof Frame.Python python ? python.address() : null;
        Near found = helpers.call("nearest-frame", new Place(frame.thread(), frame.level(), address), Near.class);
        return found.frame == null
                ? new Frame.Native(frame.thread(), found.level)
                : new Frame.Python(frame.thread(), found.level, found.frame);
    }

    private record Place(int thread, int level, String frame) {}

    private record Near(int level, String frame) {}

    /** What a path leads to as text in full, a str without its quotes. */
    WholeText wholeText(Frame.Python frame, String expression) {
        return helpers.call("whole-text", expression(frame, expression), WholeText.class);
    }

    /** The value of a C or C++ expression as text in full. */
    WholeText nativeWholeText(Frame.Native frame, String expression) {
        WholeExpression wanted = new WholeExpression(frame.thread(), frame.level(), expression);
        return helpers.call("native-whole-text", wanted, WholeText.class);
    }

    private record WholeExpression(int thread, int level, String expression) {}

    /**
     * A text that waits to be read in pages: {@code length} characters of {@code total}, valid until the next resume; {@code text} is the first
     * page.
     */
    record WholeText(int handle, int length, long total, String text) {}

    /** Some characters, counted as code points, of a text that waits; fewer than asked for where they are many. */
    String keptText(int handle, int start, int count) {
        return helpers.call("kept-text", new TextRange(handle, start, count), Text.class)
                .text();
    }

    private record TextRange(int handle, int start, int count) {}

    /**
     * Why an expression failed, and what to do if it was meant for GDB or for the other language.
     *
     * @param reason why it failed, which is part of the answer
     * @param typed whether it was typed in the debug console
     */
    String hint(Frame frame, String expression, String reason, boolean typed) {
        boolean python = frame instanceof Frame.Python;
        return helpers.call(
                        "hint",
                        new Failed(frame.thread(), frame.level(), expression, reason, python, typed),
                        Text.class)
                .text();
    }

    private record Failed(int thread, int level, String expression, String message, boolean python, boolean typed) {}

    private record Text(String text) {}

    private static PythonExpression expression(Frame.Python frame, String expression) {
        return new PythonExpression(frame.thread(), frame.address(), expression);
    }

    private record PythonExpression(int thread, String frame, String expression) {}
}
