package dev.twinstack.adapter.dsl;

import java.util.LinkedHashMap;
import java.util.Map;

/** The text of all output events, by category. */
public final class Output {
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

    void add(String category, String text) {
        texts.computeIfAbsent(category.isEmpty() ? "console" : category, name -> new StringBuilder())
                .append(text);
    }

    Output copy() {
        Output copy = new Output();
        texts.forEach((category, text) -> copy.add(category, text.toString()));
        return copy;
    }

    /** What the debuggee printed on its terminal, both of its streams. */
    public String ofDebuggee() {
        return category("stdout") + category("stderr");
    }

    /** The text of one category: console, important, stdout, stderr, telemetry. */
    public String category(String name) {
        return texts.getOrDefault(name, new StringBuilder()).toString();
    }

    /** The number of characters in a category. */
    public int size(String category) {
        return texts.getOrDefault(category, new StringBuilder()).length();
    }
}
