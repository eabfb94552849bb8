package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.stack.Frame;

/**
 * How the children of a container are reached by expressions (DAP: evaluateName).
 *
 * @param thread the thread to which they belong
 * @param parent the parent's expression, to which a child's own access is appended; empty for a scope, null when no expression leads there
 * @param frame the frame in which the expressions hold; null for any of Python. In a native frame they are of C, and lead to Python objects but not into them
 */
public record Reach(int thread, String parent, Frame frame) {
    public static Reach nowhere(int thread) {
        return new Reach(thread, null, null);
    }

    static Reach anyPythonScope(int thread) {
        return new Reach(thread, "", null);
    }

    /** The names that a frame sees. */
    public static Reach scope(Frame frame) {
        return new Reach(frame.thread(), "", frame);
    }

    /** How the children of what that expression leads to are reached, in the same frame. */
    public Reach at(String expression) {
        return new Reach(thread, expression, frame);
    }

    public boolean isC() {
        return frame instanceof Frame.Native;
    }

    /** The expression of a child, or null. */
    public String child(HelperVariable child) {
        if (child.expression() != null) {
            return child.expression();
        }
        return parent == null || child.access() == null ? null : parent + child.access();
    }

    /** The frame in which the expression of a child holds. One by an address is of C, and holds in any native frame. */
    Frame frameOf(HelperVariable child) {
        return child.expression() == null || isC() ? frame : new Frame.Native(thread, 0);
    }

    /** How the children of a child are reached. If the child is a part of a whole (a slice), its children are reached as the whole's. */
    public Reach within(HelperVariable child) {
        Reach inside = new Reach(thread, child(child), frameOf(child));
        if (inside.isC() && child.object() != null) {
            return nowhere(thread);
        }
        return child.first() != null ? this : inside;
    }
}
