package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.python.Helpers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesArgumentsFilter;
import org.eclipse.lsp4j.debug.VariablesResponse;

/** The variables of a scope or value, in pages: a page of a client's usual size is one call of the helpers. */
final class Variables {
    private final Helpers helpers;
    private final Handles<Container> references;
    private final Presentation presentation;

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
            children.forEach(child -> shown.add(presentation.variable(child, container)));
        }
        if (page.isOpen() && shown.size() == page.wanted()) {
            addWhatIsLeft(shown, container.size().of(page.filter()) - page.start());
        }
        VariablesResponse response = new VariablesResponse();
        response.setVariables(shown.toArray(Variable[]::new));
        return response;
    }

    /** {@code all}: how many children there are from the page's start on, not positive when that is not known. */
    private void addWhatIsLeft(List<Variable> shown, int all) {
        if (all != shown.size()) {
            shown.add(presentation.more(Math.max(all - shown.size(), 0)));
        }
    }

    private static Page page(VariablesArguments arguments) {
        return new Page(filter(arguments.getFilter()), orZero(arguments.getStart()), orZero(arguments.getCount()));
    }

    private static String filter(VariablesArgumentsFilter filter) {
        return filter == null ? null : filter.name().toLowerCase(Locale.ROOT);
    }

    private static int orZero(Integer number) {
        return number == null ? 0 : number;
    }
}
