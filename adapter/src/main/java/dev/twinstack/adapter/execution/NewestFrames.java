package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.stack.HelperFrame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A thread's newest merged frames, and what a step has to know of them. */
record NewestFrames(List<HelperFrame> frames) {
    /** Whether the thread has no other. */
    boolean isOldest() {
        return frames.size() == 1;
    }

    /** Whether the newest is in a function, as far as GDB knows. */
    boolean haveFunction() {
        return frames.isEmpty() || frames.get(0).name() != null;
    }

    /** Whether frames of the debugger's own, which are not shown, stand above the newest. */
    boolean areBelowOthers() {
        return !frames.isEmpty() && !isPython() && frames.get(0).level() > 0;
    }

    /**
     * The level of the frame that the newest caller called. Not an inline one: that is a part of its caller, and GDB finishes it by
     * stepping, which ends too early when it is not the newest frame. Empty when there is no caller, or the program stands in it.
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

    /** Whether the newest frame is a function of the user's own: what that returns is to be seen, not what the machinery makes of it. */
    boolean isUsers() {
        return !isPython()
                && !isMachinery()
                && !frames.isEmpty()
                && !frames.get(0).inline();
    }

    /** Not from CPython's machinery itself, nor from code that none of it has called. */
    boolean canReturnIntoCPython() {
        return !isMachinery() && frames.stream().anyMatch(frame -> frame.isPython() || frame.subtle());
    }

    boolean isPython() {
        return !frames.isEmpty() && frames.get(0).isPython();
    }

    boolean isMachinery() {
        return !frames.isEmpty() && frames.get(0).subtle();
    }

    /** How many native frames stand above the newest Python frame. */
    int nativeDepth() {
        return (int) frames.stream().takeWhile(frame -> !frame.isPython()).count();
    }
}
