package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.python.HelperVariable;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.python.Page;
import dev.twinstack.adapter.session.Gdb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesArgumentsFilter;
import org.eclipse.lsp4j.debug.VariablesResponse;

/** The variables of a scope or value, in pages: a page of a client's usual size is one call of the helpers. */
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
        Helpers helpers = gdb.helpers().inHex(Presentation.isHex(arguments.getFormat()));
        int read = 0;
        for (Page next = page; next != null; next = next.after(read)) {
            List<HelperVariable> children = container.read(helpers, next);
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
