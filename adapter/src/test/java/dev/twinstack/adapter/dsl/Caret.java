package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.util.List;

/** What a client is offered behind a text that is typed in the debug console of a frame. */
public record Caret(Frame frame) {
    /** The texts that would stand in the console if an offer were taken. */
    public List<String> behind(String typed) {
        JsonObject arguments = Json.object("text", typed, "column", typed.length() + 1, "frameId", frame.id());
        JsonObject body = frame.session().ask("completions", arguments).body();
        return Json.list(body, "targets", item -> taken(typed, item));
    }

    private static String taken(String typed, JsonObject item) {
        int start =
                Json.integer(item, "start").orElseThrow(); // VS Code counts it from 0, though its columns are from 1
        int end = start + Json.integer(item, "length").orElseThrow();
        return typed.substring(0, start) + Json.text(item, "label").orElseThrow() + typed.substring(end);
    }
}
