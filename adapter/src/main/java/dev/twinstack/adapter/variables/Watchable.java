package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.stack.Frame;

/** A variable that a client was shown, by what leads to the memory that has its value. */
public sealed interface Watchable {
    /** One of C: by an expression in a frame or, where none leads to it, as a child of the value with a handle. */
    record Native(Frame.Native frame, String expression, Integer handle) implements Watchable {}

    /** What a path leads to in a frame of Python; {@code global}: among its globals, whatever its locals are called. */
    record Named(Frame.Python frame, String expression, boolean global) implements Watchable {}

    /** The child of the Python object at an address, by its access; {@code name}: as the user knows it. */
    record Child(String parent, String access, String name) implements Watchable {}

    /** How many references the Python object at an address has. */
    record References(String address) implements Watchable {}

    /** The variable of that name that a reference opens into. */
    static Watchable of(Variables variables, int reference, String name) {
        Container container = variables.container(reference);
        if (container instanceof Container.MemoryFacts facts && name.equals("reference count")) {
            return new References(facts.address());
        }
        if (container instanceof Container.ObjectCView view && name.startsWith("ob_refcnt")) {
            return new References(view.address());
        }
        ShownVariables.Reached reached = variables.reached(reference, name);
        if (container instanceof Container.OfObject of && reached.access() != null) {
            return new Child(
                    of.address(), reached.access(), reached.expression() == null ? name : reached.expression());
        }
        if (reached.expression() != null && reached.frame() instanceof Frame.Python frame) {
            return new Named(frame, reached.expression(), container instanceof Container.PythonGlobals);
        }
        return ofC(container, reached, name);
    }

    private static Watchable ofC(Container container, ShownVariables.Reached reached, String name) {
        if (reached.expression() != null && reached.frame() instanceof Frame.Native frame) {
            return new Native(frame, reached.expression(), null);
        }
        if (container instanceof Container.NativeValue value) {
            return new Native(null, null, value.handle());
        }
        throw new UserError(
                "'" + name + "' cannot be watched: no expression leads to it, and it is kept in no memory of its own.");
    }
}
