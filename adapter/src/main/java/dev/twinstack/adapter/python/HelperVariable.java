package dev.twinstack.adapter.python;

/**
 * One variable as the helpers tell it. Counts are absent (0) for a leaf; of {@code object}, {@code handle} and {@code cView} at most one is
 * there and says how the children are asked for.
 *
 * @param object address of a Python object that opens into its items and attributes, or null
 * @param handle number of a native value that opens into its members, valid until the next resume, or null
 * @param cView address of a Python object that opens as its C struct, or null
 * @param named number of named children
 * @param indexed number of indexed children
 * @param access what to append to the parent's expression to reach this one; for a root the expression itself; null when none does
 * @param kind DAP: VariablePresentationHint.kind, or null
 * @param lazy whether reading the value costs enough to wait for a click
 * @param memory address of the value's bytes, or null
 */
public record HelperVariable(
        String name,
        String value,
        String type,
        String object,
        Integer handle,
        String cView,
        int named,
        int indexed,
        String access,
        String kind,
        boolean lazy,
        String memory) {}
