package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.stack.Frame;
import java.util.HashMap;
import java.util.Map;

/** How the variables that the client was shown are reached, by their parent's reference and their names; forgotten on resume. */
final class ShownVariables {
    private final Map<Integer, Map<String, Reached>> byReference = new HashMap<>();

    /**
     * How a variable is reached.
     *
     * @param expression the expression that leads to it, or null
     * @param access what reaches it from its parent, or null
     * @param frame the frame in which the expression holds; null in any of Python
     */
    record Reached(String expression, String access, Frame frame) {
        /** Whether it is a value of C, below whatever it was shown, that only its address leads to. */
        boolean isPlaced() {
            return access == null && expression != null;
        }
    }

    void add(int reference, HelperVariable child, Reach reach) {
        byReference
                .computeIfAbsent(reference, first -> new HashMap<>())
                .put(child.name(), new Reached(reach.child(child), child.access(), reach.frameOf(child)));
    }

    /** Null for one that was not shown. */
    Reached get(int reference, String name) {
        return byReference.getOrDefault(reference, Map.of()).get(name);
    }

    void clear() {
        byReference.clear();
    }
}
