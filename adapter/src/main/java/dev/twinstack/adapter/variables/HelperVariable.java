package dev.twinstack.adapter.variables;

import java.util.List;

/**
 * One variable as the helpers tell it. Counts are 0 for a leaf; at most one of {@code object}, {@code handle}, {@code cView}, {@code memoryFacts},
 * {@code repr} and {@code group} is set, and says how the children are asked for.
 *
 * @param object address of a Python object that opens into its items and attributes, or null
 * @param handle number of a native value that opens into its members, valid until the next resume, or null
 * @param cView address of a Python object that opens as its C struct, or null
 * @param memoryFacts address of a Python object that opens into what it costs and who keeps it, or null
 * @param repr address of a Python object whose repr() is the value, which code in the program makes; or null
 * @param group name of a group of its parent's children: its own children are asked for from the parent, by this name; or null
 * @param named number of named children
 * @param indexed number of indexed children
 * @param access what to append to the parent's expression to reach this one; for a root the expression itself; null when none does
 * @param expression an expression that reaches this value anywhere in its frame, if no access does; or null
 * @param kind DAP: VariablePresentationHint.kind, or null
 * @param attributes DAP: VariablePresentationHint.attributes, or null
 * @param first with {@code last}: the part of the object that it stands for, from {@code first} to before {@code last}; null for the whole
 * @param located whether {@link LocationOperations#location} may tell where the object is defined or stands
 * @param code address of a C function that has a line, or null
 * @param memory address of the value's bytes, or null; for a Python object, that of the object unless another is told
 */
public record HelperVariable(
        String name,
        String value,
        String type,
        String object,
        Integer handle,
        String cView,
        String memoryFacts,
        String repr,
        String group,
        int named,
        int indexed,
        String access,
        String expression,
        String kind,
        List<String> attributes,
        Integer first,
        Integer last,
        boolean located,
        String code,
        String memory) {
    public HelperVariable {
        memory = memory == null ? object : memory;
    }

    /** A line of a text. */
    static HelperVariable line(String name, String text) {
        return new HelperVariable(
                name, text, null, null, null, null, null, null, null, 0, 0, null, null, null, null, null, null, false,
                null, null);
    }
}
