package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.debug.Scope;
import org.eclipse.lsp4j.debug.ScopePresentationHint;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;

/** The scopes of a frame. Nothing is read for them: their variables are, once the client opens them. */
final class Scopes {
    private final MergedStack stack;
    private final Handles<Container> references;

    Scopes(MergedStack stack, Handles<Container> references) {
        this.stack = stack;
        this.references = references;
    }

    ScopesResponse scopes(ScopesArguments arguments) {
        Frame frame = stack.frame(arguments.getFrameId());
        List<Scope> scopes = new ArrayList<>(
                frame instanceof Frame.Python python ? ofPython(python) : ofNative((Frame.Native) frame));
        if (stack.hasExceptions(frame.thread())) {
            scopes.add(scope("Exceptions", null, new Container.Exceptions(frame.thread())));
        }
        ScopesResponse response = new ScopesResponse();
        response.setScopes(scopes.toArray(Scope[]::new));
        return response;
    }

    private List<Scope> ofPython(Frame.Python frame) {
        return List.of(
                scope("Locals", ScopePresentationHint.LOCALS, new Container.PythonLocals(frame)),
                expensive(scope("Globals", "globals", new Container.PythonGlobals(frame))),
                expensive(scope("C view", null, new Container.FrameCView(frame))));
    }

    private List<Scope> ofNative(Frame.Native frame) {
        return List.of(
                scope("Locals", ScopePresentationHint.LOCALS, new Container.NativeLocals(frame)),
                expensive(scope("Globals", "globals", new Container.NativeGlobals(frame))),
                expensive(scope("Registers", ScopePresentationHint.REGISTERS, new Container.Registers(frame))));
    }

    private Scope scope(String name, String hint, Container container) {
        Scope scope = new Scope();
        scope.setName(name);
        scope.setPresentationHint(hint);
        scope.setVariablesReference(references.to(container));
        return scope;
    }

    private static Scope expensive(Scope scope) {
        scope.setExpensive(true);
        return scope;
    }
}
