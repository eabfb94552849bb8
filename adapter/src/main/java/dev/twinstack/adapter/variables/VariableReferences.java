package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.dap.UserError;
import java.util.HashMap;
import java.util.Map;

/** The numbers by which the client opens containers; all die on resume and none is used again. */
final class VariableReferences {
    private final Map<Integer, Container> containers = new HashMap<>();
    private int last;

    int referenceTo(Container container) {
        containers.put(++last, container);
        return last;
    }

    /** Throws {@link UserError} for a reference of an earlier stop. */
    Container container(int reference) {
        Container container = containers.get(reference);
        if (container == null) {
            throw new UserError("There is no variables reference " + reference
                    + ": references are valid only until the program runs on; ask for the scopes again.");
        }
        return container;
    }

    /** Forgets all containers, as the program runs on. */
    void clear() {
        containers.clear();
    }
}
