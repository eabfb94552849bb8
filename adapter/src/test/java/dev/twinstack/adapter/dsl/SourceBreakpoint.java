package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** A breakpoint as a client asks for it: where, and what else DAP's SourceBreakpoint takes. */
public record SourceBreakpoint(String fileAndMark, JsonObject options) {
    /** A breakpoint on a marked line, written {@code file@mark}. */
    public static SourceBreakpoint at(String fileAndMark) {
        return new SourceBreakpoint(fileAndMark, new JsonObject());
    }

    /** The same, where an expression is true. */
    public SourceBreakpoint when(String expression) {
        return with("condition", expression);
    }

    /** The same, at the hits that the condition names. */
    public SourceBreakpoint onHit(String hits) {
        return with("hitCondition", hits);
    }

    /** The same, where a message is logged instead of a stop. */
    public SourceBreakpoint logging(String message) {
        return with("logMessage", message);
    }

    /** The same, by means of {@code hardware} or {@code software}. */
    public SourceBreakpoint by(String mode) {
        return with("mode", mode);
    }

    /** The same, in a column of its line, from 1. */
    public SourceBreakpoint in(int column) {
        return with("column", new JsonPrimitive(column));
    }

    private SourceBreakpoint with(String name, String value) {
        return with(name, new JsonPrimitive(value));
    }

    private SourceBreakpoint with(String name, JsonPrimitive value) {
        JsonObject more = options.deepCopy();
        more.add(name, value);
        return new SourceBreakpoint(fileAndMark, more);
    }

    JsonObject toJson(int line) {
        JsonObject json = options.deepCopy();
        json.addProperty("line", line);
        return json;
    }
}
