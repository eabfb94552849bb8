package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;

/** Something that the server told without being asked; {@code seq}: which of its messages it was. */
public record Event(int seq, String name, JsonObject body) {
    /** A text member of the body; empty when absent. */
    public String text(String member) {
        return Json.text(body, member).orElse("");
    }

    /** An integer member of the body; -1 when absent. */
    public int integer(String member) {
        return Json.integer(body, member).orElse(-1);
    }

    /** The breakpoint that a {@code breakpoint} event tells of. */
    public Breakpoint breakpoint() {
        return Breakpoint.of(Json.objectAt(body, "breakpoint"));
    }
}
