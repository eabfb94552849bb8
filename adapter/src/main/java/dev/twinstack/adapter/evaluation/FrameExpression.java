package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.stack.Frame;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression and the frame in which it is evaluated: the selected one or, after the prefix {@code py:} or {@code c:}, the nearest one of that language.
 */
record FrameExpression(Frame frame, String expression) {
    /** A prefix and the expression; {@code c::name} is a name of C++ and has no prefix. */
    private static final Pattern PREFIXED = Pattern.compile("\\s*(py|c):(?!:)\\s?(.*)", Pattern.DOTALL);

    /** Python's annotation of a variable {@code c}, which is not the prefix: no expression of C begins with a type. */
    private static final Pattern ANNOTATED = Pattern.compile("\\s*c:\\s*(int|float|bool)\\s*=.*", Pattern.DOTALL);

    /** Throws {@link dev.twinstack.adapter.dap.UserError} where there is no such frame. */
    static FrameExpression of(EvaluationOperations operations, Frame selected, String typed) {
        Matcher prefixed = PREFIXED.matcher(typed);
        if (!prefixed.matches()
                || selected instanceof Frame.Python && ANNOTATED.matcher(typed).matches()) {
            return new FrameExpression(selected, typed);
        }
        boolean python = prefixed.group(1).equals("py");
        boolean isThere = python == selected instanceof Frame.Python;
        return new FrameExpression(isThere ? selected : operations.nearest(selected), prefixed.group(2));
    }
}
