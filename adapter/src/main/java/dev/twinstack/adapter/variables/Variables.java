package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.Helpers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesArgumentsFilter;
import org.eclipse.lsp4j.debug.VariablesResponse;

/** The variables of a scope or value, in pages: a page of a client's usual size is one call of the helpers. */
final class Variables {
    private final Helpers helpers;
    private final Handles<Container> references;
    private final Presentation presentation;
    private final ShownVariables shownBefore = new ShownVariables();

    Variables(Helpers helpers, Handles<Container> references, Presentation presentation) {
        this.helpers = helpers;
        this.references = references;
        this.presentation = presentation;
    }

    VariablesResponse variables(VariablesArguments arguments) {
        Container container = references.get(arguments.getVariablesReference());
        Page page = page(arguments);
        List<Variable> shown = new ArrayList<>();
        VariableOperations operations =
                new VariableOperations(helpers.inHex(Presentation.isHex(arguments.getFormat())));
        int read = 0;
        for (Page next = page; next != null; next = next.after(read)) {
            List<HelperVariable> children = container.read(operations, next);
            read = children.size();
            for (HelperVariable child : children) {
                shown.add(presentation.variable(child, container));
                shownBefore.add(arguments.getVariablesReference(), child, container.reach());
            }
        }
        if (page.isOpen() && shown.size() == page.wanted()) {
            int first = page.start() + shown.size();
            int left = container.size().of(page.filter()) - first;
            if (left != 0) {
                shown.add(presentation.more(new Container.Rest(container, page.filter(), first), Math.max(left, 0)));
            }
        }
        VariablesResponse response = new VariablesResponse();
        response.setVariables(shown.toArray(Variable[]::new));
        return response;
    }

    /** How the variable of that name below a reference is reached. Throws {@link UserError} when there is none. */
    ShownVariables.Reached reached(int reference, String name) {
        if (shownBefore.get(reference, name) == null) {
            VariablesArguments all = new VariablesArguments();
            all.setVariablesReference(reference);
            variables(all);
        }
        ShownVariables.Reached found = shownBefore.get(reference, name);
        if (found == null) {
            throw new UserError("There is no variable '" + name + "' there; ask for the variables again.");
        }
        return found;
    }

    /** The container behind a reference; of a part, the whole ({@link Container#undivided}). */
    Container container(int reference) {
        return references.get(reference).undivided();
    }

    /** Forgets what was shown, as the program runs on. */
    void clear() {
        shownBefore.clear();
    }

    private static Page page(VariablesArguments arguments) {
        return new Page(
                filter(arguments.getFilter()),
                Objects.requireNonNullElse(arguments.getStart(), 0),
                Objects.requireNonNullElse(arguments.getCount(), 0));
    }

    private static String filter(VariablesArgumentsFilter filter) {
        return filter == null ? null : filter.name().toLowerCase(Locale.ROOT);
    }
}
