package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.Helpers;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the stops of a program are to Python's breakpoints and steps, which code in the program decides (the helpers' {@code agent}): those
 * of its own, nobody's, or any other. Sessions that have asked for none of them ask nothing here.
 */
public final class PythonStops {
    private static final Logger LOG = LoggerFactory.getLogger(PythonStops.class);

    private final Helpers helpers;
    private final Errands errands;
    private final Execution execution;
    private final Events events;
    private boolean isAsked;

    public PythonStops(Helpers helpers, Errands errands, Execution execution, Events events) {
        this.helpers = helpers;
        this.errands = errands;
        this.execution = execution;
        this.events = events;
    }

    /** Carries out an operation by which the program may stop in Python from now on, as {@link Errands#carryOut}. */
    public <X, A extends Record & Errands.Answer<X>> Optional<X> ask(
            String operation, Record arguments, Class<A> type) {
        isAsked = true;
        return errands.carryOut(operation, arguments, type);
    }

    /** What a stop is, of which GDB tells as {@code told}. */
    Stop explained(Stop told) {
        if (!isAsked || told instanceof Stop.Exited || execution.inferior().isAwaited()) {
            return told;
        }
        try {
            return errands.carryOut("python-stop", new Asked(execution.isUnseen(told)), StopAnswer.class)
                    .map(verdict -> verdict.of(told))
                    .orElseGet(() -> new Stop.Nobodys(false));
        } catch (UserError failed) {
            events.tell(failed.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn("What Python knows of a stop cannot be read", failed);
        }
        return told;
    }

    /** {@code unseen}: the program is to run on as it ran. */
    private record Asked(boolean unseen) {}

    private record StopAnswer(Errands.Run run, Verdict result) implements Errands.Answer<Verdict> {}

    /** {@code stop} is of Python, or null; {@code resume}: nobody is to see it. */
    private record Verdict(Stop.InPython stop, boolean resume) {
        Stop of(Stop told) {
            if (stop != null) {
                return stop;
            }
            return resume ? new Stop.Nobodys(true) : told;
        }
    }

    /** Lets a thread that has stopped in Python step: {@code next}, {@code stepIn} or {@code stepOut}. Throws {@link UserError} for any other. */
    void step(int thread, String kind) {
        if (!isAsked) {
            throw Steps.NO_PYTHON_STEP.get();
        }
        helpers.call("python-step", new Step(thread, kind));
        execution.stepInPython();
    }

    private record Step(int thread, String kind) {}

    /** The program, which stands, is to go on without a debugger. */
    public void leave() {
        if (isAsked) {
            errands.carryOut("leave-python", new Helpers.Nothing(), LeaveAnswer.class);
        }
    }

    private record LeaveAnswer(Errands.Run run, Helpers.Nothing result) implements Errands.Answer<Helpers.Nothing> {}
}
