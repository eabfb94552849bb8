package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.variables.HelperVariable;
import dev.twinstack.adapter.variables.Presentation;
import dev.twinstack.adapter.variables.ShownObject;
import dev.twinstack.adapter.variables.VariableRequests;
import java.util.List;
import java.util.Objects;
import org.eclipse.lsp4j.debug.Variable;

/** The custom request {@code twinstack.referrers}: what refers to a Python object, by a bounded search that {@code cancel} ends. */
public final class Referrers {
    private static final int LIMIT = 100;
    private static final double SECONDS = 5;

    private final Helpers helpers;
    private final MergedStack stack;
    private final VariableRequests variables;

    Referrers(Helpers helpers, MergedStack stack, VariableRequests variables) {
        this.helpers = helpers;
        this.stack = stack;
        this.variables = variables;
    }

    /**
     * The object, by the reference of a variable or by an expression in a frame, and the bounds of the search.
     *
     * @param limit how many referrers are enough; null for 100
     * @param seconds how long to search, 20 at most; null for 5
     */
    public record Arguments(
            Integer variablesReference, String expression, Integer frameId, Integer limit, Double seconds) {}

    /**
     * Variables named by how they refer to the object: {@code [3]}, {@code ['key']}, {@code .name}, or a frame's variable.
     *
     * @param searched how many objects were looked at
     * @param complete whether those are all that the garbage collector tracks
     */
    public record Found(Variable[] variables, int searched, boolean complete) {}

    Found referrers(Arguments arguments) {
        int limit = Objects.requireNonNullElse(arguments.limit(), LIMIT);
        double seconds = Objects.requireNonNullElse(arguments.seconds(), SECONDS);
        ShownObject object = object(arguments);
        if (object.address() == null) {
            throw new UserError("Only Python objects have referrers that can be searched, and this is none.");
        }
        Answer found = helpers.call("referrers", new Search(object.address(), limit, seconds), Answer.class);
        Presentation presentation = variables.presentation();
        Variable[] shown = found.variables().stream()
                .map(told -> presentation.unreached(told, object.thread()))
                .toArray(Variable[]::new);
        return new Found(shown, found.searched(), found.complete());
    }

    private record Search(String object, int limit, double seconds) {}

    private record Answer(List<HelperVariable> variables, int searched, boolean complete) {}

    /** The object whose referrers are sought. */
    private ShownObject object(Arguments arguments) {
        if (arguments.variablesReference() != null) {
            return variables.object(arguments.variablesReference());
        }
        if (arguments.expression() == null || arguments.frameId() == null) {
            throw new UserError("Referrers of what? Give a variablesReference, or an expression and a frameId.");
        }
        Frame frame = stack.frame(arguments.frameId());
        HelperVariable value = Evaluation.value(new EvaluationOperations(helpers), frame, arguments.expression(), null);
        return new ShownObject(frame.thread(), value.object());
    }
}
