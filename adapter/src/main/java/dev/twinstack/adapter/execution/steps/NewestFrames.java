package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.stack.HelperFrame;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A thread's newest merged frames, and what a step has to know of them. */
record NewestFrames(List<HelperFrame> frames) {
    /** How many frames are looked at to find a caller beyond machinery; CPython 3.8 to 3.13 puts at most a dozen between two frames of the user. */
    private static final int FAR = 60;
    /** Enough frames to see where a step begins: what lies further up does not change during a step. */
    private static final int NEAR = 16;

    private static final String CPYTHONS_HEADERS = "/include/python3.";

    private static final Pattern CYTHONS = Pattern.compile(".*\\.(pyx|pxd|pxi)");

    /** A line of a function of a .pyx. */
    record Line(String function, String file, int line) {}

    /** As many as show where a step begins. */
    static NewestFrames near(MergedStack stack, int thread) {
        return new NewestFrames(stack.newest(thread, NEAR));
    }

    /** As many as reach to a caller beyond machinery. */
    static NewestFrames far(MergedStack stack, int thread) {
        return new NewestFrames(stack.newest(thread, FAR));
    }

    /** Whether any of them is of Python. */
    boolean havePython() {
        return frames.stream().anyMatch(HelperFrame::isPython);
    }

    /** Whether the thread has no other. */
    boolean isOldest() {
        return frames.size() == 1;
    }

    /** Whether GDB knows the function of the newest frame. */
    boolean haveFunction() {
        return frames.isEmpty() || frames.get(0).name() != null;
    }

    /** Whether frames of the debugger's own, which are not shown, stand above the newest one here. */
    boolean areBelowOthers() {
        return !frames.isEmpty() && !isPython() && frames.get(0).level() > 0;
    }

    /**
     * The level of the native frame that {@link #caller} called, which is to be finished. Not of an inline one: that is a part of its caller, and GDB finishes it by
     * stepping, which ends too early unless it is the newest frame. Empty when there is no caller, or no native frame above it.
     */
    OptionalInt called() {
        int caller = caller().map(HelperFrame::level).orElse(0);
        return frames.stream()
                .filter(frame -> !frame.isPython() && !frame.inline() && frame.level() < caller)
                .mapToInt(HelperFrame::level)
                .max();
    }

    /** The newest caller that is not machinery. */
    Optional<HelperFrame> caller() {
        return frames.stream()
                .skip(1)
                .filter(frame -> frame.isPython() ? !frame.unplaced() : !frame.subtle())
                .findFirst();
    }

    /** Whether the newest frame is of a function of the user's own, whose return value is to be shown and not what CPython's machinery makes of it. */
    boolean isUsers() {
        return !isPython()
                && !isMachinery()
                && !frames.isEmpty()
                && !frames.get(0).inline();
    }

    /** Whether a return can lead into CPython's machinery: the newest frame is not in it, and it stands somewhere below. */
    boolean canReturnIntoCPython() {
        return !isMachinery() && frames.stream().anyMatch(frame -> frame.isPython() || frame.subtle());
    }

    boolean isPython() {
        return !frames.isEmpty() && frames.get(0).isPython();
    }

    /** Where the newest frame stands in a source of Cython's; empty elsewhere. */
    Optional<Line> lineOfCython() {
        return frames.stream()
                .limit(1)
                .filter(frame -> !frame.isPython()
                        && frame.file() != null
                        && CYTHONS.matcher(frame.file()).matches())
                .map(frame -> new Line(frame.name(), frame.file(), frame.line()))
                .findFirst();
    }

    boolean isMachinery() {
        return !frames.isEmpty() && frames.get(0).subtle();
    }

    /** As {@link #isMachinery}, also in a function of CPython's headers that machinery has called: {@code Py_XDECREF}. */
    boolean isWithinMachinery() {
        return frames.stream()
                .dropWhile(NewestFrames::isOfHeaders)
                .findFirst()
                .filter(HelperFrame::subtle)
                .isPresent();
    }

    private static boolean isOfHeaders(HelperFrame frame) {
        return !frame.isPython() && frame.file() != null && frame.file().contains(CPYTHONS_HEADERS);
    }

    /** How many native frames, but for inline ones, stand above the newest Python frame. */
    int nativeDepth() {
        return (int) frames.stream()
                .takeWhile(frame -> !frame.isPython())
                .filter(frame -> !frame.inline())
                .count();
    }
}
