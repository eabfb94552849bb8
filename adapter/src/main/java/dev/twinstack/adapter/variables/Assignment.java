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
import org.eclipse.lsp4j.debug.ValueFormat;

/**
 * Setting values of C and C++: of a variable as it was shown, or of an expression. What else has changed with it is told by events
 * ({@link dev.twinstack.adapter.memory.Changes}).
 */
final class Assignment {
    private final Helpers helpers;
    private final ProgramState program;
    private final MergedStack stack;
    private final Variables variables;
    private final Presentation presentation;

    Assignment(
            Helpers helpers, ProgramState program, MergedStack stack, Variables variables, Presentation presentation) {
        this.helpers = helpers;
        this.program = program;
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
        Reached target = variables.reached(arguments.getVariablesReference(), arguments.getName());
        HelperVariable set = set(target, arguments.getName(), arguments.getValue(), arguments.getFormat());
        return presentation.setVariable(set, Reach.scope(target.frame()).at(target.expression()));
    }

    SetExpressionResponse setExpression(SetExpressionArguments arguments) {
        program.requireResumable();
        Frame frame = stack.frameOrNewest(arguments.getFrameId());
        Reached target = new Reached(arguments.getExpression(), frame);
        HelperVariable set = set(target, arguments.getExpression(), arguments.getValue(), arguments.getFormat());
        return presentation.setExpression(set, Reach.scope(frame).within(set));
    }

    private HelperVariable set(Reached target, String name, String value, ValueFormat format) {
        if (!(target.frame() instanceof Frame.Native frame)) {
            throw new UserError("'" + name + "' is seen from Python, whose values Twinstack reads and does not set;"
                    + " values of C and C++ can be set in a native frame.");
        }
        if (target.expression() == null) {
            throw new UserError("'" + name + "' cannot be set: no expression of C leads to it.");
        }
        return new EvaluationOperations(helpers.inHex(Presentation.isHex(format)))
                .assign(frame, target.expression(), value);
    }
}
