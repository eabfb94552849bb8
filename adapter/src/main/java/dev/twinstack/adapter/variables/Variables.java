package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.python.HelperVariable;
import dev.twinstack.adapter.python.Page;
import dev.twinstack.adapter.session.Gdb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesArgumentsFilter;
import org.eclipse.lsp4j.debug.VariablesResponse;

/** The variables of a scope or value, in pages: one request of the client is one call of the helpers. */
public final class Variables {
    private final Gdb gdb;
    private final VariableReferences references;
    private final Presentation presentation;

    public Variables(Gdb gdb, VariableReferences references, Presentation presentation) {
        this.gdb = gdb;
        this.references = references;
        this.presentation = presentation;
    }

    public VariablesResponse variables(VariablesArguments arguments) {
        Container container = references.container(arguments.getVariablesReference());
        Page page = page(arguments);
        List<Variable> shown = new ArrayList<>();
        for (Page next = page; next != null; ) {
            List<HelperVariable> children = container.read(gdb.helpers(), next);
            children.forEach(child -> shown.add(
                    presentation.variable(child, container.childExpression(child), container.expressionWithin(child))));
            next = next.after(children.size());
        }
        if (page.isWhole() && shown.size() < container.size()) {
            shown.add(presentation.more(container.size() - shown.size()));
        }
        VariablesResponse response = new VariablesResponse();
        response.setVariables(shown.toArray(Variable[]::new));
        return response;
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
