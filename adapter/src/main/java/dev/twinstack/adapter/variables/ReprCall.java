package dev.twinstack.adapter.variables;

/** How repr() of an object is called in the program. */
public interface ReprCall {
    /**
     * What it gives, cut where it is very long; {@code thread}: the one in which the object was seen, and in which the call is made if it can be. Throws
     * {@link dev.twinstack.adapter.dap.UserError} with Python's exception, or with why nothing can be called where the program stands.
     */
    String repr(int thread, String object);
}
