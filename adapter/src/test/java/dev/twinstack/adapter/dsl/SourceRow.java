package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.util.List;

/** A source file as the server shows it. */
public record SourceRow(String name, String path) {
    static SourceRow of(JsonObject json) {
        return new SourceRow(
                Json.text(json, "name").orElseThrow(), Json.text(json, "path").orElse(""));
    }

    /** Those of all that is loaded. */
    public static List<SourceRow> loaded(DebugSession session) {
        return Json.list(session.ask("loadedSources", new JsonObject()).body(), "sources", SourceRow::of);
    }

    /** Waits for the event that tells of a source of that name. */
    public static void told(DebugSession session, String reason, String name) {
        session.client()
                .event(
                        "loadedSource",
                        event -> event.text("reason").equals(reason)
                                && of(Json.objectAt(event.body(), "source"))
                                        .name()
                                        .equals(name));
    }
}
