package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.stack.HelperFrame.Parameter;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.debug.StackFrameFormat;

/**
 * How frames are named: by their functions, and with what a client asks for besides (DAP: StackFrameFormat), all together as in
 * {@code module!function(int count=3):12}. Frames are never left out, so that {@code includeAll} changes nothing.
 */
record FrameName(StackFrameFormat wanted) {
    static FrameName of(StackFrameFormat wanted) {
        return new FrameName(wanted == null ? new StackFrameFormat() : wanted);
    }

    /** Whether the integers among the parameters are shown in hexadecimal. */
    boolean hex() {
        return Boolean.TRUE.equals(wanted.getHex());
    }

    /** Whether the parameters are shown, with whatever of them is asked for: their names when nothing is. */
    boolean hasParameters() {
        return Boolean.TRUE.equals(wanted.getParameters()) || types() || names() || values();
    }

    private boolean types() {
        return Boolean.TRUE.equals(wanted.getParameterTypes());
    }

    private boolean names() {
        return Boolean.TRUE.equals(wanted.getParameterNames());
    }

    private boolean values() {
        return Boolean.TRUE.equals(wanted.getParameterValues());
    }

    String name(HelperFrame frame) {
        boolean line = Boolean.TRUE.equals(wanted.getLine()) && frame.line() != null;
        String named = withModule(frame) + parameters(frame) + (line ? ":" + frame.line() : "");
        return frame.unplaced() ? named + " [unplaced]" : named;
    }

    /** The function, with the library of a native frame or the file of a Python frame before it: if that is asked for, and always for a native frame without source. */
    private String withModule(HelperFrame frame) {
        String function = frame.name() != null ? frame.name() : frame.pc();
        String path = frame.isPython() ? frame.file() : frame.library();
        boolean needed = Boolean.TRUE.equals(wanted.getModule()) || !frame.isPython() && frame.file() == null;
        return needed && path != null ? path.substring(path.lastIndexOf('/') + 1) + "!" + function : function;
    }

    private String parameters(HelperFrame frame) {
        return frame.parameters() == null
                ? ""
                : frame.parameters().stream().map(this::shown).collect(Collectors.joining(", ", "(", ")"));
    }

    private String shown(Parameter parameter) {
        boolean named = names() || !types() && !values();
        String type = types() ? parameter.type() : "";
        String value = values() ? (named ? "=" : "") + parameter.value() : "";
        String nameAndValue = (named ? parameter.name() : "") + value;
        return type.isEmpty() || nameAndValue.isEmpty() ? type + nameAndValue : type + " " + nameAndValue;
    }
}
