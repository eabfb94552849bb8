package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.stack.Frame;

/**
 * How the children of something are reached by expressions.
 *
 * @param thread in which they are shown
 * @param parent what stands before a child's own access: the parent's expression, nothing in a scope, null where no expression leads
 * @param frame where the expressions hold, of C in a native frame; those of C lead to Python objects but not into them. Null: in any of Python
 */
record Reach(int thread, String parent, Frame frame) {
    static Reach nowhere(int thread) {
        return new Reach(thread, null, null);
    }

    static Reach anyPythonScope(int thread) {
        return new Reach(thread, "", null);
    }

    /** The names that a frame sees. */
    static Reach scope(Frame frame) {
        return new Reach(frame.thread(), "", frame);
    }

    /** From where that expression leads, in the same frame. */
    Reach at(String expression) {
        return new Reach(thread, expression, frame);
    }

    boolean isC() {
        return frame instanceof Frame.Native;
    }

    /** The expression of a child, or null. */
    String child(HelperVariable child) {
        if (child.expression() != null) {
            return child.expression();
        }
        return parent == null || child.access() == null ? null : parent + child.access();
    }

    /** How the children of a child are reached: those of a part of a whole as those of the whole. */
    Reach within(HelperVariable child) {
        if (isC() && child.object() != null) {
            return nowhere(thread);
        }
        return child.first() != null ? this : at(child(child));
    }
}
