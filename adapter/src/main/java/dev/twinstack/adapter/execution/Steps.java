package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.HelperFrame;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.mi.MiCommand;
import java.util.List;
import java.util.OptionalInt;

/**
 * Steps from a native frame. A step never ends in CPython's own call machinery between an extension and the Python frame that called it:
 * from there the program runs on until it stands in the next frame that means something to the user.
 */
public final class Steps {
    /** How many frames of machinery are looked through; CPython 3.8 to 3.13 puts at most a dozen between two frames of the user. */
    private static final int REACH = 60;

    private final Execution execution;
    private final MergedStack stack;

    public Steps(Execution execution, MergedStack stack) {
        this.execution = execution;
        this.stack = stack;
    }

    public void next(int thread) {
        requireNative(thread);
        execution.step(forThread("-exec-next", thread));
    }

    public void stepIn(int thread) {
        requireNative(thread);
        execution.step(forThread("-exec-step", thread));
    }

    public void stepOut(int thread) {
        requireNative(thread);
        execution.step(finish(thread, levelBelowCaller(newest(thread)).orElse(0)));
    }

    /** After a step ended in {@code thread}: runs on when it ended in CPython's machinery; true when it does. */
    boolean leaveMachinery(int thread) {
        List<HelperFrame> frames = newest(thread);
        if (frames.isEmpty() || frames.get(0).isPython() || !frames.get(0).subtle()) {
            return false;
        }
        OptionalInt level = levelBelowCaller(frames);
        level.ifPresent(found -> execution.step(finish(thread, found)));
        return level.isPresent();
    }

    /** The frame that must return for the program to stand in the newest caller that is not machinery. */
    private static OptionalInt levelBelowCaller(List<HelperFrame> frames) {
        return frames.stream()
                .skip(1)
                .filter(frame -> frame.isPython() ? !frame.unplaced() : !frame.subtle())
                .mapToInt(frame -> frame.level() - 1)
                .findFirst();
    }

    private void requireNative(int thread) {
        execution.requireStopped();
        if (newest(thread).stream().findFirst().filter(HelperFrame::isPython).isPresent()) {
            throw new UserError("Twinstack cannot step in Python code yet; set a breakpoint in native code and continue.");
        }
    }

    private List<HelperFrame> newest(int thread) {
        return stack.newest(thread, REACH);
    }

    private static MiCommand finish(int thread, int level) {
        return forThread("-exec-finish", thread).option("--frame", Integer.toString(level));
    }

    private static MiCommand forThread(String operation, int thread) {
        return MiCommand.of(operation).option("--thread", Integer.toString(thread));
    }
}
