package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.execution.steps.ReturnValue;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.debug.Scope;
import org.eclipse.lsp4j.debug.ScopePresentationHint;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;

/**
 * The scopes of a frame. Their variables are read once the client opens them; GDB begins on the locals at once, and on those of a stack's newest frame as soon
 * as that is shown to a client that has opened the newest frame of the last one.
 */
final class Scopes {
    private final SessionThread thread;
    private final VariableOperations operations;
    private final MergedStack stack;
    private final ReturnValue returnValue;
    private final Handles<Container> references;
    /** The newest frame of the stack that the client was shown last. */
    private Frame newest;
    /** Whether it has opened that; true before the first, as most clients open it. */
    private boolean opensNewest = true;

    Scopes(
            SessionThread thread,
            VariableOperations operations,
            MergedStack stack,
            ReturnValue returnValue,
            Handles<Container> references) {
        this.thread = thread;
        this.operations = operations;
        this.stack = stack;
        this.returnValue = returnValue;
        this.references = references;
        stack.onShown(this::shown);
    }

    private void shown(Frame top) {
        newest = top;
        if (opensNewest) {
            thread.afterResponse(() -> locals(top).expect(operations));
        }
        opensNewest = false;
    }

    ScopesResponse scopes(ScopesArguments arguments) {
        Frame frame = stack.frame(arguments.getFrameId());
        opensNewest |= frame.equals(newest);
        Container locals = locals(frame);
        List<Scope> scopes = new ArrayList<>();
        scopes.add(scope("Locals", ScopePresentationHint.LOCALS, locals));
        scopes.addAll(frame instanceof Frame.Python python ? ofPython(python) : ofNative((Frame.Native) frame));
        if (stack.hasExceptions(frame.thread())) {
            scopes.add(scope("Exceptions", null, new Container.Exceptions(frame.thread())));
        }
        thread.afterResponse(() -> locals.expect(operations)); // every client opens them next
        ScopesResponse response = new ScopesResponse();
        response.setScopes(scopes.toArray(Scope[]::new));
        return response;
    }

    /** Those besides the locals. */
    private List<Scope> ofPython(Frame.Python frame) {
        return List.of(
                expensive(scope("Globals", "globals", new Container.PythonGlobals(frame))),
                expensive(scope("C view", null, new Container.FrameCView(frame))));
    }

    /** Those besides the locals. */
    private List<Scope> ofNative(Frame.Native frame) {
        return List.of(
                expensive(scope("Globals", "globals", new Container.NativeGlobals(frame))),
                expensive(scope("Registers", ScopePresentationHint.REGISTERS, new Container.Registers(frame))));
    }

    /** The locals of a frame; if a function has just returned to it, with the returned value before them. */
    Container locals(Frame frame) {
        Container locals = frame instanceof Frame.Python python
                ? new Container.PythonLocals(python)
                : new Container.NativeLocals((Frame.Native) frame);
        return returnValue
                .in(frame.thread())
                .filter(variable -> stack.isNewest(frame))
                .<Container>map(variable -> new Container.Returned(variable, locals))
                .orElse(locals);
    }

    private Scope scope(String name, String hint, Container container) {
        Scope scope = new Scope();
        scope.setName(name);
        scope.setPresentationHint(hint);
        scope.setVariablesReference(references.to(container.reach().thread(), container));
        return scope;
    }

    private static Scope expensive(Scope scope) {
        scope.setExpensive(true);
        return scope;
    }
}
