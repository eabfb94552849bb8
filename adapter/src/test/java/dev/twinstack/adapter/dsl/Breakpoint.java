package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.util.List;

/** A breakpoint as the server reports it; id and line are -1 when absent. */
public record Breakpoint(int id, boolean verified, int line, String path, String message, String instruction) {
    /** The breakpoints that a {@code setBreakpoints} was answered with. */
    public static List<Breakpoint> listOf(Response response) {
        return Json.list(response.body(), "breakpoints", Breakpoint::of);
    }

    static Breakpoint of(JsonObject json) {
        return new Breakpoint(
                Json.integer(json, "id").orElse(-1),
                Json.flag(json, "verified"),
                Json.integer(json, "line").orElse(-1),
                Json.text(Json.objectAt(json, "source"), "path").orElse(""),
                Json.text(json, "message").orElse(""),
                Json.text(json, "instructionReference").orElse(""));
    }
}
