package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.console.GdbConsole;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.variables.VariableRequests;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.CompletionsArguments;
import org.eclipse.lsp4j.debug.CompletionsResponse;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.SetExpressionArguments;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.SetVariableResponse;

/** The requests about what a user types: expressions, commands, new values. */
public final class EvaluationRequests {
    private final Evaluation evaluation;
    private final Assignment assignment;
    private final Completions completions;
    private final Referrers referrers;
    private final ClientFormat format;

    public EvaluationRequests(
            Helpers helpers,
            ProgramState program,
            PythonCode python,
            MergedStack stack,
            VariableRequests variables,
            DebuggeeTerminal terminal,
            GdbConsole console,
            ClientFormat format) {
        this.format = format;
        evaluation = new Evaluation(helpers, program, python, terminal, stack, variables.presentation(), console);
        assignment = new Assignment(helpers, program, python, stack, variables);
        completions = new Completions(helpers, program, stack, format);
        referrers = new Referrers(helpers, stack, variables);
    }

    public void declare(Capabilities capabilities) {
        evaluation.declare(capabilities);
        assignment.declare(capabilities);
        completions.declare(capabilities);
    }

    public EvaluateResponse evaluate(EvaluateArguments arguments) {
        arguments.setContext(format.evaluationContext(arguments.getContext()));
        return evaluation.evaluate(arguments);
    }

    public SetVariableResponse setVariable(SetVariableArguments arguments) {
        return assignment.setVariable(arguments);
    }

    public SetExpressionResponse setExpression(SetExpressionArguments arguments) {
        return assignment.setExpression(arguments);
    }

    public CompletionsResponse completions(CompletionsArguments arguments) {
        return completions.completions(arguments);
    }

    /** {@code twinstack.referrers}. */
    public Referrers.Found referrers(Referrers.Arguments arguments) {
        return referrers.referrers(arguments);
    }
}
