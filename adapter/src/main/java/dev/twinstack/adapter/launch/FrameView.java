package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;

/** Which frames of a stack are shown. */
public enum FrameView {
    /** Python's and native ones, in true call order. */
    MERGED,
    /** Python's alone; all frames in a stack that has none of Python's. */
    PYTHON,
    /** As GDB has them, with CPython's evaluator in the place of Python's frames. */
    NATIVE;

    static FrameView read(Attributes attributes) {
        return attributes.text("frameView").map(FrameView::named).orElse(MERGED);
    }

    /** Throws {@link UserError} for another word than {@code merged}, {@code python} and {@code native}. */
    public static FrameView named(String name) {
        return switch (name) {
            case "merged" -> MERGED;
            case "python" -> PYTHON;
            case "native" -> NATIVE;
            default ->
                throw new UserError(
                        "The attribute 'frameView' must be \"merged\", \"python\" or \"native\", but it is '" + name
                                + "'.");
        };
    }
}
