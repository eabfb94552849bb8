package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which of the program's stops are Python's. Code in the program (the helpers' {@code agent}) decides breakpoints and steps of Python, so each stop of
 * GDB's is one of Python's, one that nobody is to see, or any other. In a session that has asked for nothing of Python's, no stop is looked at.
 */
public final class PythonStops {
    private static final Logger LOG = LoggerFactory.getLogger(PythonStops.class);

    private static final String NON_STOP =
            "Python code cannot stop, step or be run for the debugger where each thread stands for itself; leave 'nonStop' out.";

    private static final String ENDED = "The program has ended meanwhile.";

    private static final String GIVEN_UP =
            "The step ends here, as the program had to stand for Python's breakpoints; continue, or step on.";

    private final Errands errands;
    private final Execution execution;
    private final ProgramState program;
    private final Events events;
    private boolean isAsked;
    private boolean stands;

    public PythonStops(Errands errands, Execution execution, Events events) {
        this.errands = errands;
        this.execution = execution;
        this.program = execution.program();
        this.events = events;
        program.onResume(() -> stands = false);
    }

    /** Carries out an operation by which the program may stop in Python from now on, as {@link Errands#carryOut}. */
    public <X, A extends Record & Errands.Answer<X>> Optional<X> ask(
            String operation, Record arguments, Class<A> type) {
        if (refusal() != null) {
            throw new UserError(refusal());
        }
        isAsked = true;
        return errands.carryOut(operation, arguments, type);
    }

    /** Forgets what was known of the stop if the program stands elsewhere after the last operation; returns whether it does. */
    public boolean forgetIfMoved(boolean failed) {
        boolean hasMoved = errands.haveMoved(failed);
        if (hasMoved) {
            execution.forget();
        }
        return hasMoved;
    }

    /** Why the program can neither stop nor step by lines of Python, or null. */
    public String refusal() {
        return program.isNonStop() ? NON_STOP : null;
    }

    /** The program has stopped on a line of Python. */
    void stopped() {
        stands = true;
    }

    /** What a stop really is, which GDB has told as {@code told}. */
    Stop explained(Stop told) {
        boolean isInternal = told instanceof Stop.BreakpointHit hit && hit.isInternal();
        if (!isAsked && !isInternal
                || told instanceof Stop.Exited
                || execution.inferior().isAwaited()) {
            return told;
        }
        boolean unseen = execution.unseenStops().isAsked(told);
        boolean isOurs = unseen || isInternal;
        execution.unseenStops().stood(told); // one stop signal is sent at a time, and an errand may need the next
        try {
            return errands.carryOut("python-stop", new Asked(unseen, told.thread()), StopAnswer.class)
                    .map(verdict -> explained(told, isOurs, unseen, verdict))
                    .orElseGet(() -> new Stop.Unseen(told.thread(), false));
        } catch (UserError failed) {
            events.tell(failed.getMessage());
            return unexplained(told, isOurs, failed.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn("What Python knows of a stop cannot be read", failed);
            return unexplained(told, isOurs, null);
        }
    }

    /** {@code unseen}: whether nobody is to see the stop, after which the program runs on as it ran. */
    private record Asked(boolean unseen, int thread) {}

    /**
     * What a stop is when the helpers could not say. If it is the debugger's own ({@code isOurs}), the program runs on without what was to be done there; only
     * a step ends there, and {@code why} is told.
     */
    private Stop unexplained(Stop told, boolean isOurs, String why) {
        if (!isOurs) {
            return told;
        }
        if (!execution.inferior().stands()) { // another stop has overtaken this one
            return new Stop.Unseen(told.thread(), false);
        }
        return execution.isStepping(told.thread()) && !errands.haveStoppedElsewhere() ? stepEnd(why) : runOn(told);
    }

    /** Lets the program run on, unless another stop came meanwhile: that one is told next. */
    private Stop runOn(Stop told) {
        return new Stop.Unseen(told.thread(), !errands.haveStoppedElsewhere());
    }

    /** The end of a step, in the thread that steps, whichever has stopped. */
    private Stop stepEnd(String why) {
        return new Stop.InPython(execution.steppingThread(), StoppedEventArgumentsReason.STEP, List.of(), why, null);
    }

    private record StopAnswer(Errands.Run run, Verdict result) implements Errands.Answer<Verdict> {}

    /** {@code stop}: the stop, if it is Python's, else null; {@code resume}: whether nobody is to see it. */
    private record Verdict(Stop.InPython stop, boolean resume) {}

    /** What the helpers' verdict makes of a stop. GDB gives up a step of its own at any stop, so the step ends even at one that nobody was to see. */
    private Stop explained(Stop told, boolean isOurs, boolean unseen, Verdict verdict) {
        boolean isTheProgramsOwn = told instanceof Stop.Signalled signalled && signalled.isTheProgramsOwn();
        if (verdict.stop != null && !isTheProgramsOwn) {
            return verdict.stop;
        }
        if (!verdict.resume && !unseen && !(errands.haveStoppedElsewhere() && isOurs)) {
            return told;
        }
        return execution.isSteppingInC() && told instanceof Stop.BreakpointHit ? stepEnd(GIVEN_UP) : runOn(told);
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
        return ask("python-calls", new OfFrame(frame.thread(), frame.address()), CallsAnswer.class)
                .map(Calls::calls)
                .orElse(List.of());
    }

    private record OfFrame(int thread, String frame) {}

    private record CallsAnswer(Errands.Run run, Calls result) implements Errands.Answer<Calls> {}

    private record Calls(List<Call.Python> calls) {}

    /** The beginning of a line, or of the next one with code, in the function of Python in which a thread has stopped. Throws {@link UserError} when the line is in another function. */
    ExecutionOperations.Place gotoTarget(int thread, String file, int line) {
        return ask("python-goto-targets", new LineForThread(thread, file, line), PlaceAnswer.class)
                .orElseThrow(() -> new UserError(ENDED));
    }

    private record LineForThread(int thread, String file, int line) {}

    private record PlaceAnswer(Errands.Run run, ExecutionOperations.Place result)
            implements Errands.Answer<ExecutionOperations.Place> {}

    /** Has a thread go on at a line of the function of Python in which it has stopped. Throws {@link UserError} with CPython's reason when it cannot. */
    void goTo(int thread, int line) {
        ask("python-goto", new Line(thread, line), Done.class).orElseThrow(() -> new UserError(ENDED));
    }

    private record Line(int thread, int line) {}

    /**
     * As {@link #step}, after a pause. Returns whether the thread steps, or has stopped elsewhere meanwhile, which ends the step; false when it runs no Python
     * code in which it could step.
     */
    boolean stepFromPause(int thread, String kind) {
        if (refusal() != null) {
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
        if (refusal() != null) {
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
        boolean isThere = ask(operation, step, Done.class).isPresent();
        if (isThere && !errands.haveStoppedElsewhere()) {
            execution.stepInPython(thread);
        }
    }

    /**
     * Has the step of GDB's that comes next end in Python code that it may call; only in a session that has asked for something of Python's. Returns whether
     * GDB is to step: not when the program has ended, or has stopped elsewhere.
     */
    boolean stepIntoFromC(int thread) {
        if (!isAsked) {
            return true;
        }
        try {
            return errands.carryOut("python-step", new Step(thread, "stepIn", false, false, null), Done.class)
                            .isPresent()
                    && !errands.haveStoppedElsewhere();
        } catch (UserError impossible) {
            LOG.debug("A step from C is one of GDB's alone", impossible);
            return !errands.haveStoppedElsewhere();
        }
    }

    /** {@code target}: the only call of the line that the step goes into, by its offsets; null for any. */
    private record Step(int thread, String kind, boolean returned, boolean paused, List<Integer> target) {}

    /** The answer of an errand without a result. */
    private record Done(Errands.Run run, Helpers.Nothing result) implements Errands.Answer<Helpers.Nothing> {}

    /** Whether the program stands on a line of Python at which it was stopped. */
    boolean stands() {
        return stands;
    }

    /** Takes the agent out of the program, which stands and is to go on without a debugger. */
    public void leave() {
        if (isAsked) {
            errands.carryOut("leave-python", new Helpers.Nothing(), Done.class);
        }
    }
}
