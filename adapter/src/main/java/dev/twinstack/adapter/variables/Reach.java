package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.stack.Frame;

/**
 * How the children of something are reached by expressions.
 *
 * @param parent what stands before a child's own access: the parent's expression, nothing in a scope, null where no expression leads
 * @param frame where the expressions hold, of C in a native frame; those of C lead to Python objects but not into them. Null: in any of Python
 */
record Reach(String parent, Frame frame) {
    static final Reach NOWHERE = new Reach(null, null);
    static final Reach ANY_PYTHON_SCOPE = new Reach("", null);

    /** The names that a frame sees. */
    static Reach scope(Frame frame) {
        return new Reach("", frame);
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
            return NOWHERE;
        }
        return child.first() != null ? this : new Reach(child(child), frame);
    }
}
