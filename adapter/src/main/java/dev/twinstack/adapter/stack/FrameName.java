package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.python.HelperFrame;
import org.eclipse.lsp4j.debug.StackFrameFormat;

/**
 * How frames are named: by their functions, and with what a client asks for besides (DAP: StackFrameFormat).
 *
 * @param module the library of a native frame, the file of a Python frame, as {@code module!function}
 * @param line the line, as {@code function:12}
 */
record FrameName(boolean module, boolean line) {
    static FrameName of(StackFrameFormat wanted) {
        return wanted == null
                ? new FrameName(false, false)
                : new FrameName(Boolean.TRUE.equals(wanted.getModule()), Boolean.TRUE.equals(wanted.getLine()));
    }

    String name(HelperFrame frame) {
        String named = withModule(frame) + (line && frame.line() != null ? ":" + frame.line() : "");
        return frame.unplaced() ? named + " [unplaced]" : named;
    }

    /** A native frame without source says which library it is in, whether asked for or not. */
    private String withModule(HelperFrame frame) {
        String function = frame.name() != null ? frame.name() : frame.pc();
        String path = frame.isPython() ? frame.file() : frame.library();
        boolean needed = module || !frame.isPython() && frame.file() == null;
        return needed && path != null ? path.substring(path.lastIndexOf('/') + 1) + "!" + function : function;
    }
}
