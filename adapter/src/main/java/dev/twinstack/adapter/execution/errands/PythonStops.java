package dev.twinstack.adapter.execution.errands;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Stop;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
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

    private static final String GIVEN_UP =
            "The step ends here, as the program had to stand for Python's breakpoints; continue, or step on.";

    private final Errands errands;
    private final Execution execution;
    private final ProgramState program;
    private final Events events;
    private boolean isAsked;
    /** What the next stop is, if the helpers have told it; else null. */
    private Stop.InPython foretold;

    public PythonStops(Errands errands, Execution execution, Events events) {
        this.errands = errands;
        this.execution = execution;
        this.program = execution.program();
        this.events = events;
        program.onResume(() -> foretold = null);
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

    /** Whether anything of Python's was asked for in this session. */
    public boolean isAsked() {
        return isAsked;
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

    /** The helpers say what the stop is that GDB tells next. That is true unless they were asked for something while the program ran, which they do at its stop. */
    public void foretell(Stop.InPython next) {
        foretold = next;
    }

    /** What a stop really is, which GDB has told as {@code told}. */
    public Stop explained(Stop told) {
        Stop.InPython known = foretold;
        foretold = null;
        boolean isInternal = told instanceof Stop.BreakpointHit hit && hit.isInternal();
        if (!isAsked && !isInternal
                || told instanceof Stop.Exited
                || execution.inferior().isAwaited()) {
            return told;
        }
        boolean unseen = execution.unseenStops().isAsked(told);
        boolean isOurs = unseen || isInternal;
        execution.unseenStops().stood(told); // one stop signal is sent at a time, and an errand may need the next
        if (known != null && isInternal && known.thread() == told.thread() && execution.isUndisturbed()) {
            return known;
        }
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
        return new Stop.InPython(
                execution.steppingThread(), StoppedEventArgumentsReason.STEP, List.of(), why, null, false);
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

    /** Takes the agent out of the program, which stands and is to go on without a debugger. */
    public void leave() {
        if (isAsked) {
            errands.carryOut("leave-python", new Helpers.Nothing(), Done.class);
        }
    }

    /** The answer of an errand without a result. */
    public record Done(Errands.Run run, Helpers.Nothing result) implements Errands.Answer<Helpers.Nothing> {}
}
