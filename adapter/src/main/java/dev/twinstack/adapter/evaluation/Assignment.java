package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.variables.HelperVariable;
import dev.twinstack.adapter.variables.Presentation;
import dev.twinstack.adapter.variables.Reach;
import dev.twinstack.adapter.variables.Settable;
import dev.twinstack.adapter.variables.VariableRequests;
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
    private final VariableRequests variables;
    private final Presentation presentation;

    Assignment(
            Helpers helpers, ProgramState program, PythonCode python, MergedStack stack, VariableRequests variables) {
        this.helpers = helpers;
        this.program = program;
        this.python = python;
        this.stack = stack;
        this.variables = variables;
        this.presentation = variables.presentation();
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsSetVariable(true);
        capabilities.setSupportsSetExpression(true);
    }

    SetVariableResponse setVariable(SetVariableArguments arguments) {
        program.requireResumable();
        String name = arguments.getName();
        Settable target = variables.settable(arguments.getVariablesReference(), name);
        Assigned done = assign(target, name, arguments.getValue(), Presentation.isHex(arguments.getFormat()));
        return presentation.setVariable(done.value, done.children);
    }

    SetExpressionResponse setExpression(SetExpressionArguments arguments) {
        program.requireResumable();
        FrameExpression parsed = FrameExpression.of(
                new EvaluationOperations(helpers),
                stack.frameOrNewest(arguments.getFrameId()),
                arguments.getExpression());
        String expression = parsed.expression().strip();
        Settable target = parsed.frame() instanceof Frame.Python frame
                ? Settable.Python.expression(frame, expression)
                : new Settable.Native((Frame.Native) parsed.frame(), expression);
        Assigned done = assign(target, expression, arguments.getValue(), Presentation.isHex(arguments.getFormat()));
        return presentation.setExpression(done.value, done.children);
    }

    /** What the target is now, and how its children are reached. */
    private record Assigned(HelperVariable value, Reach children) {}

    private Assigned assign(Settable target, String name, String value, boolean hex) {
        if (target instanceof Settable.Python found) {
            return new Assigned(inPython(found, name, value, hex), found.children());
        }
        Settable.Native found = (Settable.Native) target;
        HelperVariable set = new EvaluationOperations(helpers.inHex(hex)).assign(found, value);
        return new Assigned(set, Reach.scope(found.frame()).within(set));
    }

    private HelperVariable inPython(Settable.Python target, String name, String value, boolean hex) {
        try {
            return python.described(python.assign(target, value), name, hex);
        } catch (UserError failed) {
            String reason = failed.getMessage().endsWith(".") ? failed.getMessage() : failed.getMessage() + ".";
            throw new UserError("'" + name + "' cannot be set to '" + value + "': " + reason, failed);
        }
    }
}
