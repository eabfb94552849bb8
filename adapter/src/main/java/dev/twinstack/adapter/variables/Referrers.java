package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.Objects;
import org.eclipse.lsp4j.debug.Variable;

/** The custom request {@code twinstack.referrers}: what refers to a Python object, by a bounded search that {@code cancel} ends. */
public final class Referrers {
    private static final int LIMIT = 100;
    private static final double SECONDS = 5;

    private final Helpers helpers;
    private final MergedStack stack;
    private final Handles<Container> references;
    private final Presentation presentation;

    Referrers(Helpers helpers, MergedStack stack, Handles<Container> references, Presentation presentation) {
        this.helpers = helpers;
        this.stack = stack;
        this.references = references;
        this.presentation = presentation;
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
        Sought sought = sought(arguments);
        ObjectOperations.Found found = new ObjectOperations(helpers).referrers(sought.object, limit, seconds);
        Variable[] variables = found.variables().stream()
                .map(told -> presentation.unreached(told, sought.thread))
                .toArray(Variable[]::new);
        return new Found(variables, found.searched(), found.complete());
    }

    /** The object whose referrers are sought, by its address, and its thread; {@code object} is null for a value that is no Python object. */
    private record Sought(int thread, String object) {}

    private Sought sought(Arguments arguments) {
        Sought found = arguments.variablesReference() != null ? referenced(arguments) : evaluated(arguments);
        if (found.object == null) {
            throw new UserError("Only Python objects have referrers that can be searched, and this is none.");
        }
        return found;
    }

    private Sought referenced(Arguments arguments) {
        Container opened = references.get(arguments.variablesReference());
        String object = opened instanceof Container.PythonObject found ? found.address() : null;
        return new Sought(opened.reach().thread(), object);
    }

    private Sought evaluated(Arguments arguments) {
        if (arguments.expression() == null || arguments.frameId() == null) {
            throw new UserError("Referrers of what? Give a variablesReference, or an expression and a frameId.");
        }
        Frame frame = stack.frame(arguments.frameId());
        HelperVariable value = Evaluation.value(new EvaluationOperations(helpers), frame, arguments.expression(), null);
        return new Sought(frame.thread(), value.object());
    }
}
