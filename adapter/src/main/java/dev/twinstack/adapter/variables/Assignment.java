package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.variables.ShownVariables.Reached;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.SetExpressionArguments;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.SetVariableResponse;

/**
 * Sets values of Python, C and C++: of a variable that the client was shown, or of an expression. Events tell what else has changed with it
 * ({@link dev.twinstack.adapter.memory.Changes}).
 */
final class Assignment {
    private final Helpers helpers;
    private final ProgramState program;
    private final PythonCode python;
    private final MergedStack stack;
    private final Variables variables;
    private final Presentation presentation;

    Assignment(
            Helpers helpers,
            ProgramState program,
            PythonCode python,
            MergedStack stack,
            Variables variables,
            Presentation presentation) {
        this.helpers = helpers;
        this.program = program;
        this.python = python;
        this.stack = stack;
        this.variables = variables;
        this.presentation = presentation;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsSetVariable(true);
        capabilities.setSupportsSetExpression(true);
    }

    SetVariableResponse setVariable(SetVariableArguments arguments) {
        program.requireResumable();
        String name = arguments.getName();
        int reference = arguments.getVariablesReference();
        Reached shown = variables.reached(reference, name);
        boolean hex = Presentation.isHex(arguments.getFormat());
        Container parent = variables.container(reference);
        Reach reach = parent.reach().at(shown.expression());
        if (shown.frame() instanceof Frame.Native && !(parent instanceof Container.OfObject)) {
            return presentation.setVariable(inC(shown, name, arguments.getValue(), hex), reach);
        }
        PythonCode.Target target = inPython(parent, shown, name);
        return presentation.setVariable(inPython(target, name, arguments.getValue(), hex), reach);
    }

    SetExpressionResponse setExpression(SetExpressionArguments arguments) {
        program.requireResumable();
        boolean hex = Presentation.isHex(arguments.getFormat());
        FrameExpression parsed = FrameExpression.of(
                new EvaluationOperations(helpers),
                stack.frameOrNewest(arguments.getFrameId()),
                arguments.getExpression());
        String expression = parsed.expression().strip();
        if (parsed.frame() instanceof Frame.Python frame) {
            PythonCode.Target target = PythonCode.Target.expression(frame, expression);
            HelperVariable set = inPython(target, expression, arguments.getValue(), hex);
            return presentation.setExpression(set, Reach.scope(frame).at(expression));
        }
        HelperVariable set = inC(new Reached(expression, null, parsed.frame()), expression, arguments.getValue(), hex);
        return presentation.setExpression(set, Reach.scope(parsed.frame()).within(set));
    }

    private HelperVariable inC(Reached target, String name, String value, boolean hex) {
        if (target.expression() == null) {
            throw new UserError("'" + name + "' cannot be set: no expression of C leads to it.");
        }
        return new EvaluationOperations(helpers.inHex(hex))
                .assign((Frame.Native) target.frame(), target.expression(), value);
    }

    private HelperVariable inPython(PythonCode.Target target, String name, String value, boolean hex) {
        try {
            return python.described(python.assign(target, value), name, hex);
        } catch (UserError failed) {
            String reason = failed.getMessage().endsWith(".") ? failed.getMessage() : failed.getMessage() + ".";
            throw new UserError("'" + name + "' cannot be set to '" + value + "': " + reason, failed);
        }
    }

    /** What is to be set in Python. A child of an object is set in that object, whatever has led to the object. */
    private static PythonCode.Target inPython(Container parent, Reached shown, String name) {
        if (parent instanceof Container.OfObject of && shown.access() != null) {
            return PythonCode.Target.child(parent.reach(), of.address(), shown.access());
        }
        if (parent instanceof Container.PythonGlobals globals) {
            return PythonCode.Target.global(globals.frame(), name);
        }
        if (shown.expression() != null && shown.frame() instanceof Frame.Python frame) {
            return PythonCode.Target.expression(frame, shown.expression());
        }
        throw new UserError("'" + name + "' cannot be set: no expression of Python leads to it.");
    }
}
