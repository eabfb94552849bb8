package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.adapter.variables.ShownVariables.Reached;

/** What can be set, by what leads to it. */
public sealed interface Settable {
    /** What an expression of C leads to in a frame. */
    record Native(Frame.Native frame, String expression) implements Settable {}

    /**
     * A name, an attribute or an item of Python.
     *
     * @param thread the thread in which the new value is evaluated
     * @param frame address of the Python frame for that, or null for the thread's newest
     * @param parent address of the object whose child is set; null when {@code target} is a whole expression
     * @param target an expression or, with {@code parent}, what leads from the object to its child
     * @param outside whether it is a global name
     * @param children how the children of the new value are reached
     */
    record Python(int thread, String frame, String parent, String target, boolean outside, Reach children)
            implements Settable {
        /** What an expression leads to. */
        public static Python expression(Frame.Python frame, String expression) {
            return new Python(
                    frame.thread(),
                    frame.address(),
                    null,
                    expression,
                    false,
                    Reach.scope(frame).at(expression));
        }

        private static Python global(Frame.Python frame, String name) {
            return new Python(
                    frame.thread(),
                    frame.address(),
                    null,
                    name,
                    true,
                    Reach.scope(frame).at(name));
        }

        private static Python child(Container.OfObject parent, Reached child) {
            Reach reach = parent.reach();
            String frame = reach.frame() instanceof Frame.Python python ? python.address() : null;
            return new Python(
                    reach.thread(), frame, parent.address(), child.access(), false, reach.at(child.expression()));
        }
    }

    /** The variable of that name that a reference opens into. A child of a Python object is set in that object, whatever has led to the object. */
    static Settable of(Variables variables, int reference, String name) {
        Reached shown = variables.reached(reference, name);
        Container parent = variables.container(reference);
        if (shown.frame() instanceof Frame.Native frame
                && (shown.isPlaced() || !(parent instanceof Container.OfObject))) {
            if (shown.expression() == null) {
                throw new UserError("'" + name + "' cannot be set: no expression of C leads to it.");
            }
            return new Native(frame, shown.expression());
        }
        if (parent instanceof Container.OfObject of && shown.access() != null) {
            return Python.child(of, shown);
        }
        if (parent instanceof Container.PythonGlobals globals) {
            return Python.global(globals.frame(), name);
        }
        if (shown.expression() != null && shown.frame() instanceof Frame.Python frame) {
            return Python.expression(frame, shown.expression());
        }
        throw new UserError("'" + name + "' cannot be set: no expression of Python leads to it.");
    }
}
