package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.Helpers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
        int reference = arguments.getVariablesReference();
        Container container = references.get(reference);
        boolean hex = Presentation.isHex(arguments.getFormat());
        VariablesResponse response = new VariablesResponse();
        response.setVariables(
                read(container, page(arguments), hex, child -> shownBefore.add(reference, child, container.reach())));
        return response;
    }

    /** As many variables of a container as a client gets that asks for all of them. */
    Variable[] all(Container container) {
        return read(container, new Page(null, 0, 0), false, child -> {});
    }

    private Variable[] read(Container container, Page page, boolean hex, Consumer<HelperVariable> told) {
        VariableOperations operations = new VariableOperations(helpers.inHex(hex));
        List<Variable> shown = new ArrayList<>();
        int read = 0;
        for (Page next = page; next != null; next = next.after(read)) {
            List<HelperVariable> children = container.read(operations, next);
            read = children.size();
            for (HelperVariable child : children) {
                shown.add(presentation.variable(child, container));
                told.accept(child);
            }
        }
        if (page.isOpen() && shown.size() == page.wanted()) {
            rest(container, page).ifPresent(shown::add);
        }
        return shown.toArray(Variable[]::new);
    }

    /** The row for what was left out; empty when it is known that there is nothing. */
    private Optional<Variable> rest(Container container, Page page) {
        int first = page.start() + page.wanted();
        int left = container.size().of(page.filter()) - first;
        return left == 0
                ? Optional.empty()
                : Optional.of(
                        presentation.more(new Container.Rest(container, page.filter(), first), Math.max(left, 0)));
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
