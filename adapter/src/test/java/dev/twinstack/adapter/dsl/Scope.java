package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;

/** A scope of a frame. */
public record Scope(DebugSession session, String name, String hint, boolean expensive, int reference) {
    static Scope of(DebugSession session, JsonObject json) {
        return new Scope(
                session,
                Json.text(json, "name").orElse(""),
                Json.text(json, "presentationHint").orElse(""),
                Json.flag(json, "expensive"),
                Json.integer(json, "variablesReference").orElse(0));
    }

    /** The scope's variables, integers in hexadecimal. */
    public Variables variablesInHex() {
        return session.variables(Json.object("variablesReference", reference, "format", Json.object("hex", true)));
    }

    /** The scope's variables. */
    public Variables variables() {
        return session.variables(Json.object("variablesReference", reference));
    }
}
