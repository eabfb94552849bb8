package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;

/** A breakpoint as a client asks for it; a null condition is none. */
public record SourceBreakpoint(String fileAndMark, String condition, String hitCondition) {
    /** A breakpoint on a marked line, written {@code file@mark}. */
    public static SourceBreakpoint at(String fileAndMark) {
        return new SourceBreakpoint(fileAndMark, null, null);
    }

    /** The same, where an expression is true. */
    public SourceBreakpoint when(String expression) {
        return new SourceBreakpoint(fileAndMark, expression, hitCondition);
    }

    /** The same, at the hits that the condition names. */
    public SourceBreakpoint onHit(String hits) {
        return new SourceBreakpoint(fileAndMark, condition, hits);
    }

    JsonObject toJson(int line) {
        JsonObject json = Json.object("line", line);
        if (condition != null) {
            json.addProperty("condition", condition);
        }
        if (hitCondition != null) {
            json.addProperty("hitCondition", hitCondition);
        }
        return json;
    }
}
