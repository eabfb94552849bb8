package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.program.ByThread;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.Optional;

/** Where the step of each thread began. That tells whether it may end where it does: not in machinery of CPython into which it has returned from an extension. */
final class StepBeginnings {
    private final MergedStack stack;
    private final ReturnValue returnValue;
    private final ByThread<Beginning> beginnings = new ByThread<>();
    /** The threads whose step goes into what CPython calls, too. */
    private final ByThread<Boolean> into = new ByThread<>();

    /**
     * @param depth how many native frames stood above the newest Python frame; 0 when the step may end in machinery
     * @param inCPython whether the step may end in CPython's own code, which is shown then: it began there, or is a step by one instruction
     * @param line the line of a .pyx, of which a compiler takes parts for other lines; null elsewhere
     */
    private record Beginning(int depth, boolean inCPython, NewestFrames.Line line) {
        static final Beginning UNKNOWN = new Beginning(0, false, null);
    }

    StepBeginnings(MergedStack stack, ReturnValue returnValue) {
        this.stack = stack;
        this.returnValue = returnValue;
    }

    /** A step in Python begins. */
    void inPython(int thread) {
        remember(thread, 0, false, null);
    }

    /** A step begins that may end anywhere. */
    void unbound(int thread) {
        remember(thread, 0, true, null);
    }

    /** A step begins in the newest of these frames. */
    void within(int thread, NewestFrames frames) {
        int depth = frames.canReturnIntoCPython() ? frames.nativeDepth() : 0;
        remember(thread, depth, frames.isMachinery(), frames.lineOfCython().orElse(null));
    }

    /** A step out of the newest of these frames begins. */
    void out(int thread, NewestFrames frames) {
        remember(thread, frames.isUsers() ? frames.nativeDepth() : 0, frames.isMachinery(), null);
    }

    private void remember(int thread, int depth, boolean inCPython, NewestFrames.Line line) {
        beginnings.put(thread, new Beginning(depth, inCPython, line));
        into.forget(thread);
        returnValue.forget(thread);
    }

    /** The step that has begun goes into Python code and C code of the user's that CPython calls. */
    void goesInto(int thread) {
        into.put(thread, true);
    }

    boolean isInto(int thread) {
        return into.of(thread).isPresent();
    }

    /** Whether the step may end in CPython's own code. */
    boolean mayEndInCPython(int thread) {
        return of(thread).inCPython;
    }

    /** Whether the step began in C that Python has called. */
    boolean isBelowPython(int thread) {
        return of(thread).depth > 0;
    }

    /** Whether the step stands in the line of a .pyx in which it began. */
    boolean isInItsLine(int thread) {
        NewestFrames.Line line = of(thread).line;
        return line != null
                && NewestFrames.near(stack, thread)
                        .lineOfCython()
                        .filter(line::equals)
                        .isPresent();
    }

    /** The frames of a thread whose step has returned into machinery; empty when it has not, or may end there. */
    Optional<NewestFrames> inMachinery(int thread) {
        int depth = of(thread).depth;
        if (depth == 0 || !NewestFrames.near(stack, thread).isWithinMachinery()) {
            return Optional.empty();
        }
        return Optional.of(NewestFrames.far(stack, thread)).filter(frames -> frames.nativeDepth() < depth);
    }

    private Beginning of(int thread) {
        return beginnings.of(thread).orElse(Beginning.UNKNOWN);
    }
}
