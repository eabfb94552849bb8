package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.util.List;

/** A module as the server shows it. */
public record ModuleRow(int id, String name, String path, String version, String symbolStatus, String addressRange) {
    static ModuleRow of(JsonObject json) {
        return new ModuleRow(
                Json.integer(json, "id").orElseThrow(),
                Json.text(json, "name").orElseThrow(),
                Json.text(json, "path").orElse(""),
                Json.text(json, "version").orElse(""),
                Json.text(json, "symbolStatus").orElse(""),
                Json.text(json, "addressRange").orElse(""));
    }

    /** A page of a session's modules; a count of 0 stands for all. */
    public static List<ModuleRow> page(DebugSession session, int start, int count) {
        JsonObject arguments = Json.object("startModule", start, "moduleCount", count);
        return Json.list(session.ask("modules", arguments).body(), "modules", ModuleRow::of);
    }

    /** Waits for the event that tells of a module whose name begins so. */
    public static ModuleRow told(DebugSession session, String reason, String beginning) {
        Event event = session.client()
                .event(
                        "module",
                        each -> each.text("reason").equals(reason)
                                && of(each).name().startsWith(beginning));
        return of(event);
    }

    private static ModuleRow of(Event event) {
        return of(Json.objectAt(event.body(), "module"));
    }
}
