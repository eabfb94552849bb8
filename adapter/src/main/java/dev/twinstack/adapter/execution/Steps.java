package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.breakpoints.EntryBreakpoint;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.stack.HelperFrame;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.mi.MiCommand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Steps from a native frame. A step that returns from an extension into the machinery of CPython that called it does not end there: the
 * program runs on until it stands in the next frame that means something to the user. Whoever steps within CPython itself is left there.
 */
public final class Steps {
    /** How many frames of machinery are looked through; CPython 3.8 to 3.13 puts at most a dozen between two frames of the user. */
    private static final int REACH = 60;
    /** Enough frames to see where a step begins: what lies further up does not change during a step. */
    private static final int NEAR = 16;

    private static final Supplier<UserError> NO_PYTHON_STEP = () ->
            new UserError("Twinstack cannot step in Python code yet; set a breakpoint in native code and continue.");

    private final Execution execution;
    private final MergedStack stack;
    private final EntryBreakpoint entry;
    /** Native frames above the newest Python frame when the step began; 0 for one that may end in machinery. */
    private int depth;
    /** Whether the step began in CPython's own code. */
    private boolean inCPython;

    public Steps(Execution execution, MergedStack stack, EntryBreakpoint entry) {
        this.execution = execution;
        this.stack = stack;
        this.entry = entry;
    }

    void next(int thread) {
        boolean named = begin(thread);
        execution.step(named ? forThread("-exec-next", thread) : finish(thread, 0));
    }

    void stepIn(int thread) {
        boolean named = begin(thread);
        execution.step(named ? forThread("-exec-step", thread) : finish(thread, 0));
    }

    /** Out to the next frame that means something to the user; out of the oldest frame, which GDB cannot finish, the program just runs on. */
    void stepOut(int thread) {
        execution.requireResumable();
        List<HelperFrame> frames = stack.newest(thread, REACH);
        Optional<HelperFrame> caller = callerOf(frames);
        if (isPython(frames) && caller.filter(frame -> !frame.isPython()).isEmpty()) {
            throw NO_PYTHON_STEP.get();
        }
        depth = 0;
        inCPython = isMachinery(frames);
        execution.step(
                frames.size() == 1
                        ? forThread("-exec-continue", thread)
                        : finish(thread, called(frames).orElse(0)));
    }

    /** After a step ended in {@code thread}: runs on when it returned into CPython's machinery; true when it does. */
    boolean leaveMachinery(int thread) {
        if (inCPython) {
            stack.stoppedOnPurpose(thread);
        }
        if (depth == 0 || !isMachinery(stack.newest(thread, 1))) {
            return false;
        }
        List<HelperFrame> frames = stack.newest(thread, REACH);
        if (nativeDepth(frames) >= depth) {
            return false;
        }
        OptionalInt called = called(frames);
        called.ifPresent(level -> execution.step(finish(thread, level)));
        return called.isPresent();
    }

    /**
     * The level of the frame that the newest caller called. Not an inline one: that is a part of its caller, and GDB finishes it by
     * stepping, which ends too early when it is not the newest frame. Empty when there is no caller, or the program stands in it.
     */
    private static OptionalInt called(List<HelperFrame> frames) {
        int caller = callerOf(frames).map(HelperFrame::level).orElse(0);
        return frames.stream()
                .filter(frame -> !frame.isPython() && !frame.inline() && frame.level() < caller)
                .mapToInt(HelperFrame::level)
                .max();
    }

    /** The newest caller that is not machinery. */
    private static Optional<HelperFrame> callerOf(List<HelperFrame> frames) {
        return frames.stream()
                .skip(1)
                .filter(frame -> frame.isPython() ? !frame.unplaced() : !frame.subtle())
                .findFirst();
    }

    /**
     * Remembers where the step begins, and refuses one in a Python frame. Returns whether the newest frame has a function: GDB steps by
     * lines or functions alone, and refuses both in code that has neither (libc without symbols, where {@code main} returns to).
     */
    private boolean begin(int thread) {
        execution.requireResumable();
        List<HelperFrame> frames = stack.newest(thread, NEAR);
        if (isPython(frames) || entry.isBeforePython()) {
            throw NO_PYTHON_STEP.get();
        }
        inCPython = isMachinery(frames);
        depth = inCPython ? 0 : nativeDepth(frames);
        return frames.isEmpty() || frames.get(0).name() != null;
    }

    private static boolean isPython(List<HelperFrame> frames) {
        return !frames.isEmpty() && frames.get(0).isPython();
    }

    private static boolean isMachinery(List<HelperFrame> frames) {
        return !frames.isEmpty() && frames.get(0).subtle();
    }

    /** How many native frames stand above the newest Python frame. */
    private static int nativeDepth(List<HelperFrame> frames) {
        return (int) frames.stream().takeWhile(frame -> !frame.isPython()).count();
    }

    private static MiCommand finish(int thread, int level) {
        return forThread("-exec-finish", thread).option("--frame", Integer.toString(level));
    }

    private static MiCommand forThread(String operation, int thread) {
        return MiCommand.of(operation).option("--thread", Integer.toString(thread));
    }
}
