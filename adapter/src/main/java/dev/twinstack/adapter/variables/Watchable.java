package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.stack.Frame;

/** A variable that can be watched, by what leads to the memory that holds its value. */
public sealed interface Watchable {
    /** A variable of C: by an expression in a frame or, if none leads to it, as a child of the value with that handle. */
    record Native(Frame.Native frame, String expression, Integer handle) implements Watchable {}

    /** A value to which a path leads in a frame of Python; {@code global}: the path begins among its globals, whatever its locals are called. */
    record Named(Frame.Python frame, String expression, boolean global) implements Watchable {}

    /** A child of the Python object at the address {@code parent}; {@code access}: what leads to it from there; {@code name}: what the user calls it. */
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
