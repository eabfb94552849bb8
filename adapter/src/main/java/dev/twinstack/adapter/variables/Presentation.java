package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.Handles;
import java.util.List;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.SetVariableResponse;
import org.eclipse.lsp4j.debug.ValueFormat;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablePresentationHint;
import org.eclipse.lsp4j.debug.VariablePresentationHintKind;

/** A value as the client shows it: as a variable or as the result of an evaluation. */
public final class Presentation {
    private static final VariablePresentationHint VIRTUAL = new VariablePresentationHint();

    private static final VariablePresentationHint LAZY = new VariablePresentationHint();

    static {
        VIRTUAL.setKind(VariablePresentationHintKind.VIRTUAL);
        LAZY.setKind(VariablePresentationHintKind.VIRTUAL);
        LAZY.setLazy(true);
    }

    private final Handles<Container> references;
    private final Locations locations;
    private final ClientFormat format;
    private final Reprs reprs;

    Presentation(Handles<Container> references, Locations locations, ClientFormat format, Reprs reprs) {
        this.references = references;
        this.locations = locations;
        this.format = format;
        this.reprs = reprs;
    }

    /** Whether the client wants integers in hexadecimal (DAP: ValueFormat). */
    public static boolean isHex(ValueFormat format) {
        return format != null && Boolean.TRUE.equals(format.getHex());
    }

    /** A child of {@code parent}. */
    Variable variable(HelperVariable told, Container parent) {
        if (told.repr() != null) {
            return repr(told, parent.reach().thread());
        }
        Container opened = told.group() != null
                ? new Container.Group(parent, told.group(), new Size(told.named(), 0))
                : container(told, parent.reach().within(told));
        return variable(told, parent.reach().thread(), parent.reach().child(told), opened);
    }

    /** A variable to which no expression leads. */
    public Variable unreached(HelperVariable told, int thread) {
        return variable(told, thread, null, container(told, Reach.nowhere(thread)));
    }

    private Variable variable(HelperVariable told, int thread, String expression, Container opened) {
        Variable variable = new MenuVariable(told);
        variable.setName(told.name());
        variable.setValue(told.value());
        variable.setType(format.showsTypes() ? told.type() : null);
        variable.setEvaluateName(expression);
        variable.setVariablesReference(reference(opened));
        variable.setNamedVariables(countOrNull(told.named()));
        variable.setIndexedVariables(countOrNull(told.indexed()));
        variable.setMemoryReference(format.takesMemoryReferences() ? told.memory() : null);
        variable.setValueLocationReference(locations.referenceTo(told, thread));
        variable.setPresentationHint(hint(told));
        return variable;
    }

    /** repr() of an object: what it is once it was asked for, else what the client asks it by. Of several lines, each stands for itself below. */
    private Variable repr(HelperVariable told, int thread) {
        String text = reprs.known(told.repr());
        Variable variable = new Variable();
        variable.setName(told.name());
        if (text == null) {
            variable.setValue("…");
            variable.setVariablesReference(reference(new Container.Repr(told, thread, reprs)));
            variable.setPresentationHint(LAZY);
            return variable;
        }
        variable.setValue(text);
        variable.setPresentationHint(VIRTUAL);
        List<String> lines = text.lines().toList();
        if (lines.size() > 1) {
            variable.setVariablesReference(reference(new Container.Lines(lines, thread)));
            variable.setNamedVariables(lines.size());
        }
        return variable;
    }

    /** A row that opens into the children that were left out; {@code left}: how many, 0 when that is not known. */
    Variable more(Container.Rest rest, int left) {
        Variable variable = new Variable();
        variable.setName("…");
        variable.setValue(left == 0 ? "more" : left + " more");
        variable.setVariablesReference(reference(rest));
        variable.setPresentationHint(VIRTUAL);
        return variable;
    }

    /** As {@link #result}, for a variable that was set (DAP: setVariable). */
    public SetVariableResponse setVariable(HelperVariable told, Reach within) {
        EvaluateResponse result = result(told, within);
        SetVariableResponse response = new SetVariableResponse();
        response.setValue(result.getResult());
        response.setType(result.getType());
        response.setVariablesReference(result.getVariablesReference());
        response.setNamedVariables(result.getNamedVariables());
        response.setIndexedVariables(result.getIndexedVariables());
        response.setMemoryReference(result.getMemoryReference());
        response.setValueLocationReference(result.getValueLocationReference());
        return response;
    }

    /** As {@link #result}, for an expression that was set (DAP: setExpression). */
    public SetExpressionResponse setExpression(HelperVariable told, Reach within) {
        EvaluateResponse result = result(told, within);
        SetExpressionResponse response = new SetExpressionResponse();
        response.setValue(result.getResult());
        response.setType(result.getType());
        response.setPresentationHint(result.getPresentationHint());
        response.setVariablesReference(result.getVariablesReference());
        response.setNamedVariables(result.getNamedVariables());
        response.setIndexedVariables(result.getIndexedVariables());
        response.setMemoryReference(result.getMemoryReference());
        response.setValueLocationReference(result.getValueLocationReference());
        return response;
    }

    /** {@code within}: how the children of the result are reached. */
    public EvaluateResponse result(HelperVariable told, Reach within) {
        EvaluateResponse response = new EvaluateResponse();
        response.setResult(told.value());
        response.setType(format.showsTypes() ? told.type() : null);
        response.setVariablesReference(reference(container(told, within)));
        response.setNamedVariables(countOrNull(told.named()));
        response.setIndexedVariables(countOrNull(told.indexed()));
        response.setMemoryReference(format.takesMemoryReferences() ? told.memory() : null);
        response.setValueLocationReference(locations.referenceTo(told, within.thread()));
        response.setPresentationHint(hint(told));
        return response;
    }

    private int reference(Container container) {
        return container == null ? 0 : references.to(container.reach().thread(), container);
    }

    private static Container container(HelperVariable told, Reach within) {
        if (told.first() != null) {
            return new Container.PythonSlice(
                    told.object(), told.first(), told.last(), within, new Size(0, told.indexed()));
        }
        if (told.object() != null) {
            return new Container.PythonObject(told.object(), within, Size.of(told));
        }
        if (told.cView() != null) {
            return new Container.ObjectCView(told.cView(), Reach.nowhere(within.thread()));
        }
        if (told.memoryFacts() != null) {
            return new Container.MemoryFacts(told.memoryFacts(), Reach.nowhere(within.thread()));
        }
        return told.handle() == null ? null : new Container.NativeValue(told.handle(), within, Size.of(told));
    }

    private static Integer countOrNull(int count) {
        return count == 0 ? null : count;
    }

    private static VariablePresentationHint hint(HelperVariable told) {
        if (told.kind() == null && told.attributes() == null) {
            return null;
        }
        VariablePresentationHint hint = new VariablePresentationHint();
        hint.setKind(told.kind());
        hint.setAttributes(told.attributes() == null ? null : told.attributes().toArray(String[]::new));
        return hint;
    }
}
