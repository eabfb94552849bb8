package dev.twinstack.adapter.variables;

/**
 * How the children of something are reached by expressions.
 *
 * @param parent what stands before a child's own access: the parent's expression, nothing in a scope, null where no expression leads
 * @param isC whether these are expressions of C, which lead to Python objects but not into them
 */
record Reach(String parent, boolean isC) {
    static final Reach NOWHERE = new Reach(null, false);
    static final Reach PYTHON_SCOPE = new Reach("", false);
    static final Reach NATIVE_SCOPE = new Reach("", true);

    /** The expression of a child, or null. */
    String child(HelperVariable child) {
        return parent == null || child.access() == null ? null : parent + child.access();
    }

    /** How the children of a child are reached: those of a part of a whole as those of the whole. */
    Reach within(HelperVariable child) {
        if (isC && child.object() != null) {
            return NOWHERE;
        }
        return child.first() != null ? this : new Reach(child(child), isC);
    }
}
