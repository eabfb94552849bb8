package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.errands.Errands;
import dev.twinstack.adapter.execution.errands.PythonStops;
import dev.twinstack.adapter.execution.steps.Steps;
import dev.twinstack.adapter.memory.Changes;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.variables.HelperVariable;
import dev.twinstack.adapter.variables.ReprCall;
import dev.twinstack.adapter.variables.Settable;
import java.util.Objects;

/**
 * Runs Python code of the user's in the program, where it stands: what is typed in the debug console, assignments, and repr() of what the user clicks. An event
 * tells what it has changed.
 */
public final class PythonCode implements ReprCall {
    private static final int SECONDS = 10;

    private static final String ENDED = "The program has ended meanwhile.";

    private final Helpers helpers;
    private final PythonStops python;
    private final ProgramState program;
    private final Changes changes;
    private final Steps steps;
    private int seconds = SECONDS;

    public PythonCode(Helpers helpers, PythonStops python, ProgramState program, Changes changes, Steps steps) {
        this.helpers = helpers;
        this.python = python;
        this.program = program;
        this.changes = changes;
        this.steps = steps;
    }

    /** How many seconds it may take; null for the usual number. */
    public void limit(Integer evaluationTimeout) {
        seconds = Objects.requireNonNullElse(evaluationTimeout, SECONDS);
    }

    /**
     * What code has come to.
     *
     * @param object address of its value, or null for statements and repr()
     * @param text what repr() has given, or null
     * @param refused why no code can be run here, or null
     */
    record Outcome(String object, String text, String refused) {
        static Outcome refused(String reason) {
            return new Outcome(null, null, reason);
        }

        private Outcome orThrow() {
            if (refused != null) {
                throw new UserError(refused);
            }
            return this;
        }
    }

    private record Answer(Errands.Run run, Outcome result) implements Errands.Answer<Outcome> {}

    /**
     * Runs an expression or statements in a frame. Throws {@link UserError} with Python's exception. {@code console}: the program's terminal is the debug
     * console, in which nothing can be typed for it meanwhile.
     */
    Outcome evaluate(Frame.Python frame, String code, boolean console) {
        String refusal = refusal();
        return refusal == null
                ? run(
                        "python-evaluate",
                        new Code(
                                frame.thread(),
                                frame.address(),
                                code,
                                seconds,
                                steps.hasReturnedToPython(frame.thread()),
                                console))
                : Outcome.refused(refusal);
    }

    private record Code(int thread, String frame, String expression, int seconds, boolean returned, boolean console) {}

    /** Sets the target to the value of an expression; returns the address of the object that it is then. Throws {@link UserError} when it cannot be set. */
    String assign(Settable.Python target, String value) {
        String refusal = refusal();
        Outcome done = refusal == null
                ? run(
                        "python-assign",
                        new Assigned(
                                target.thread(),
                                target.target(),
                                value,
                                target.frame(),
                                target.parent(),
                                target.outside(),
                                seconds,
                                steps.hasReturnedToPython(target.thread())))
                : Outcome.refused(refusal);
        return done.orThrow().object;
    }

    private record Assigned(
            int thread,
            String target,
            String value,
            String frame,
            String parent,
            boolean outside,
            int seconds,
            boolean returned) {}

    @Override
    public String repr(int thread, String object) {
        String refusal = refusal();
        Outcome done = refusal == null
                ? run("python-repr", new Shown(thread, object, seconds, steps.hasReturnedToPython(thread)))
                : Outcome.refused(refusal);
        return done.orThrow().text;
    }

    private record Shown(int thread, String object, int seconds, boolean returned) {}

    /** The object at an address; {@code hex}: whether integers are shown in hexadecimal. */
    HelperVariable described(String object, String expression, boolean hex) {
        return helpers.inHex(hex).call("object", new Described(object, expression), HelperVariable.class);
    }

    private record Described(String object, String expression) {}

    private String refusal() {
        try {
            program.requireProcess();
            return python.refusal();
        } catch (UserError core) {
            return core.getMessage();
        }
    }

    private Outcome run(String operation, Record arguments) {
        try {
            Outcome done = python.ask(operation, arguments, Answer.class).orElseThrow(() -> new UserError(ENDED));
            boolean hasMoved = python.forgetIfMoved(false);
            if (done.refused == null || hasMoved) {
                tell(hasMoved, arguments);
            }
            return done;
        } catch (UserError failed) {
            tell(python.forgetIfMoved(true), arguments);
            throw failed;
        }
    }

    private void tell(boolean hasMoved, Record done) {
        if (hasMoved) {
            changes.moved();
        } else if (done instanceof Shown) {
            changes.touched();
        } else {
            changes.changed("memory");
        }
    }
}
