package dev.twinstack.adapter.variables;

import com.google.gson.annotations.SerializedName;
import org.eclipse.lsp4j.debug.Variable;

/**
 * A variable with a word for the conditions of VS Code's context menu ({@code debugProtocolVariableMenuContext}). DAP itself has nothing by which the commands of
 * an extension could be offered only where they make sense.
 */
final class MenuVariable extends Variable {
    /** {@code python} for a Python object, {@code pointer} for a pointer of C to anything else; null for any other value. */
    @SerializedName("__vscodeVariableMenuContext")
    private final String menuContext;

    MenuVariable(HelperVariable told) {
        menuContext = word(told);
    }

    private static String word(HelperVariable told) {
        if (told.object() != null) {
            return told.first() == null ? "python" : null;
        }
        return told.type() != null && told.type().endsWith("*") ? "pointer" : null;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
