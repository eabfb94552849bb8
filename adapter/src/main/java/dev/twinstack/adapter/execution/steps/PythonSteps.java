package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.errands.Errands;
import dev.twinstack.adapter.execution.errands.PythonStops;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Stop;
import dev.twinstack.adapter.stack.Frame;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps in frames of Python, the calls that they can go into, and the lines that a thread can go to: all done by the helpers' agent in the program. */
public final class PythonSteps {
    private static final Logger LOG = LoggerFactory.getLogger(PythonSteps.class);
    private static final String OVER_PYTHON =
            "A step into from C goes over Python code that the line calls, as this session runs no code in the program unless something of"
                    + " Python's is asked for. To step into such code, set a breakpoint on any line of Python.";

    private static final String ENDED = "The program has ended meanwhile.";

    private final PythonStops python;
    private final Errands errands;
    private final Execution execution;
    private final Events events;
    private Stop.InPython stop;
    private boolean isTold;

    public PythonSteps(PythonStops python, Errands errands, Execution execution, Events events) {
        this.python = python;
        this.errands = errands;
        this.execution = execution;
        this.events = events;
        execution.program().onResume(() -> stop = null);
    }

    /** The program has stopped so. */
    void stopped(Stop.InPython where) {
        stop = where;
    }

    /** Whether the program stands where Python has stopped it. */
    boolean stands() {
        return stop != null;
    }

    /** Whether it was that thread, which stands on a line of Python. */
    boolean standsAtLine(int thread) {
        return stop != null && stop.atLine() && stop.thread() == thread;
    }

    /**
     * Lets a thread step in its newest frame, which is one of Python. Throws {@link UserError} where it cannot step.
     *
     * @param kind {@code next}, {@code stepIn} or {@code stepOut}
     * @param returned whether the thread did not stop in Python, but where C code has just returned to it
     */
    void step(int thread, String kind, boolean returned) {
        stepsOn(new Step(thread, kind, returned, false, null));
    }

    /** A step into one call of the line's, over the others. */
    void stepInto(int thread, Call.Python call) {
        stepsOn(new Step(thread, "stepIn", false, false, List.of(call.begin(), call.end())));
    }

    /** The calls that the line of a thread's newest frame is still to make; none when the program has ended meanwhile. */
    List<Call.Python> calls(Frame.Python frame) {
        return python.ask("python-calls", new OfFrame(frame.thread(), frame.address()), CallsAnswer.class)
                .map(Calls::calls)
                .orElse(List.of());
    }

    private record OfFrame(int thread, String frame) {}

    private record CallsAnswer(Errands.Run run, Calls result) implements Errands.Answer<Calls> {}

    private record Calls(List<Call.Python> calls) {}

    /** The beginning of a line, or of the next one with code, in the function of Python in which a thread has stopped. Throws {@link UserError} when the line is in another function. */
    StepOperations.Place gotoTarget(int thread, String file, int line) {
        return python.ask("python-goto-targets", new LineForThread(thread, file, line), PlaceAnswer.class)
                .orElseThrow(() -> new UserError(ENDED));
    }

    private record LineForThread(int thread, String file, int line) {}

    private record PlaceAnswer(Errands.Run run, StepOperations.Place result)
            implements Errands.Answer<StepOperations.Place> {}

    /** Has a thread go on at a line of the function of Python in which it has stopped. Throws {@link UserError} with CPython's reason when it cannot. */
    void goTo(int thread, int line) {
        python.ask("python-goto", new Line(thread, line), PythonStops.Done.class)
                .orElseThrow(() -> new UserError(ENDED));
    }

    private record Line(int thread, int line) {}

    /**
     * As {@link #step}, after a pause. Returns whether the thread steps, or has stopped elsewhere meanwhile, which ends the step; false when it runs no Python
     * code in which it could step.
     */
    boolean stepFromPause(int thread, String kind) {
        if (python.refusal() != null) {
            return false;
        }
        try {
            stepsOn(new Step(thread, kind, false, true, null));
        } catch (UserError impossible) {
            LOG.debug("A step from here is none of Python's", impossible);
            return errands.haveStoppedElsewhere();
        }
        return true;
    }

    /**
     * Lets a thread that stands before the first code of Python run to the first line, as by a step; the stop there is told as the entry. Returns whether it
     * does, or has ended or stopped elsewhere meanwhile.
     */
    boolean stepToFirstLine(int thread) {
        if (python.refusal() != null) {
            return false;
        }
        try {
            stepsOn("python-entry", new OfThread(thread), thread);
        } catch (RuntimeException impossible) {
            LOG.warn("The program stays before its first line, as it cannot be seen to come there", impossible);
            return errands.haveStoppedElsewhere();
        }
        return true;
    }

    private record OfThread(int thread) {}

    private void stepsOn(Step step) {
        stepsOn("python-step", step, step.thread());
    }

    private void stepsOn(String operation, Record step, int thread) {
        boolean isThere = python.ask(operation, step, PythonStops.Done.class).isPresent();
        if (isThere && !errands.haveStoppedElsewhere()) {
            execution.stepInPython(thread);
        }
    }

    /**
     * Has the step of GDB's that comes next end in Python code that it may call; only in a session that has asked for something of Python's. Returns whether
     * GDB is to step: not when the program has ended, or has stopped elsewhere.
     */
    boolean stepIntoFromC(int thread) {
        if (!python.isAsked()) {
            tellOfPythonCode();
            return true;
        }
        try {
            return errands.carryOut(
                                    "python-step",
                                    new Step(thread, "stepIn", false, false, null),
                                    PythonStops.Done.class)
                            .isPresent()
                    && !errands.haveStoppedElsewhere();
        } catch (UserError impossible) {
            LOG.debug("A step from C is one of GDB's alone", impossible);
            return !errands.haveStoppedElsewhere();
        }
    }

    private void tellOfPythonCode() {
        if (!isTold && python.refusal() == null) {
            isTold = true;
            events.tell(OVER_PYTHON);
        }
    }

    /** {@code target}: the only call of the line that the step goes into, by its offsets; null for any. */
    private record Step(int thread, String kind, boolean returned, boolean paused, List<Integer> target) {}
}
