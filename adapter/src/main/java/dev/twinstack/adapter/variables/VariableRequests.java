package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.console.GdbConsole;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.steps.ReturnValue;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.stack.Sources;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.CompletionsArguments;
import org.eclipse.lsp4j.debug.CompletionsResponse;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.LocationsArguments;
import org.eclipse.lsp4j.debug.LocationsResponse;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;
import org.eclipse.lsp4j.debug.SetExpressionArguments;
import org.eclipse.lsp4j.debug.SetExpressionResponse;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.SetVariableResponse;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;

/** The requests about data: the scopes of a frame, the children of a value, the value of an expression. */
public final class VariableRequests {
    private final Handles<Container> references;
    private final Scopes scopes;
    private final Variables variables;
    private final Evaluation evaluation;
    private final Assignment assignment;
    private final Completions completions;
    private final Locations locations;
    private final Referrers referrers;
    private final ClientFormat format;

    public VariableRequests(
            SessionThread thread,
            Helpers helpers,
            ProgramState program,
            PythonCode python,
            ReturnValue returnValue,
            MergedStack stack,
            Sources sources,
            DebuggeeTerminal terminal,
            GdbConsole console,
            ClientFormat format) {
        this.format = format;
        references = new Handles<>("variables reference", "scopes");
        locations = new Locations(new ObjectOperations(helpers), format, sources);
        Presentation presentation = new Presentation(references, locations, format);
        scopes = new Scopes(thread, new VariableOperations(helpers), stack, returnValue, references);
        variables = new Variables(helpers, references, presentation);
        evaluation = new Evaluation(helpers, program, python, terminal, stack, presentation, console);
        assignment = new Assignment(helpers, program, python, stack, variables, presentation);
        completions = new Completions(helpers, program, stack, format);
        referrers = new Referrers(helpers, stack, references, presentation);
        program.onResumeOf(references::forget);
        program.onResume(variables::clear);
        program.onResumeOf(locations::forget);
    }

    public void declare(Capabilities capabilities) {
        evaluation.declare(capabilities);
        assignment.declare(capabilities);
        completions.declare(capabilities);
    }

    /** How a variable that the client was shown can be watched. Throws {@link UserError} when its value is in no memory of its own. */
    public Watchable watchable(int reference, String name) {
        return Watchable.of(variables, reference, name);
    }

    public ScopesResponse scopes(ScopesArguments arguments) {
        return scopes.scopes(arguments);
    }

    public VariablesResponse variables(VariablesArguments arguments) {
        return variables.variables(arguments);
    }

    public SetVariableResponse setVariable(SetVariableArguments arguments) {
        return assignment.setVariable(arguments);
    }

    public SetExpressionResponse setExpression(SetExpressionArguments arguments) {
        return assignment.setExpression(arguments);
    }

    public EvaluateResponse evaluate(EvaluateArguments arguments) {
        arguments.setContext(format.evaluationContext(arguments.getContext()));
        return evaluation.evaluate(arguments);
    }

    public CompletionsResponse completions(CompletionsArguments arguments) {
        return completions.completions(arguments);
    }

    public LocationsResponse locations(LocationsArguments arguments) {
        return locations.locations(arguments);
    }

    /** {@code twinstack.referrers}. */
    public Referrers.Found referrers(Referrers.Arguments arguments) {
        return referrers.referrers(arguments);
    }
}
