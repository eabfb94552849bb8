package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.steps.ReturnValue;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.stack.Sources;
import org.eclipse.lsp4j.debug.LocationsArguments;
import org.eclipse.lsp4j.debug.LocationsResponse;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;

/** The requests about data: the scopes of a frame, the children of a value, where a value is defined. */
public final class VariableRequests {
    private final Handles<Container> references = new Handles<>("variables reference", "scopes");
    private final Scopes scopes;
    private final Variables variables;
    private final Presentation presentation;
    private final Locations locations;
    private final LocalsOfFrames locals;
    private final Reprs reprs;

    public VariableRequests(
            SessionThread thread,
            Helpers helpers,
            ProgramState program,
            ReturnValue returnValue,
            MergedStack stack,
            Sources sources,
            ClientFormat format,
            ReprCall reprCall) {
        locations = new Locations(new LocationOperations(helpers), format, sources);
        reprs = new Reprs(reprCall);
        presentation = new Presentation(references, locations, format, reprs);
        scopes = new Scopes(thread, new VariableOperations(helpers), stack, returnValue, references);
        variables = new Variables(helpers, references, presentation);
        locals = new LocalsOfFrames(helpers, stack, scopes, variables);
        program.onResumeOf(references::forget);
        program.onResume(variables::clear);
        program.onResume(reprs::forget);
        program.onResumeOf(locations::forget);
    }

    /** How values are shown. */
    public Presentation presentation() {
        return presentation;
    }

    /** Values have changed of which repr() was made. */
    public void forgetReprs() {
        reprs.forget();
    }

    /** How a variable that the client was shown can be watched. Throws {@link UserError} when its value is in no memory of its own. */
    public Watchable watchable(int reference, String name) {
        return Watchable.of(variables, reference, name);
    }

    /** How a variable that the client was shown can be set. Throws {@link UserError} when nothing leads to it. */
    public Settable settable(int reference, String name) {
        return Settable.of(variables, reference, name);
    }

    /** What a reference opens, as a Python object. */
    public ShownObject object(int reference) {
        Container opened = references.get(reference);
        String address = opened instanceof Container.PythonObject found ? found.address() : null;
        return new ShownObject(opened.reach().thread(), address);
    }

    public ScopesResponse scopes(ScopesArguments arguments) {
        return scopes.scopes(arguments);
    }

    public VariablesResponse variables(VariablesArguments arguments) {
        return variables.variables(arguments);
    }

    public LocationsResponse locations(LocationsArguments arguments) {
        return locations.locations(arguments);
    }

    /** {@code twinstack.locals}. */
    public LocalsOfFrames.Found locals(LocalsOfFrames.Arguments arguments) {
        return locals.locals(arguments);
    }
}
