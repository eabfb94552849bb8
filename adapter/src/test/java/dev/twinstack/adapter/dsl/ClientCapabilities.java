package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;

/** The arguments of {@code initialize}. */
public final class ClientCapabilities {
    private ClientCapabilities() {}

    /** What VS Code says of itself, without the reverse requests that this client does not answer. */
    public static JsonObject likeVsCode() {
        return Json.object(
                "clientID", "vscode",
                "clientName", "Visual Studio Code",
                "adapterID", "twinstack",
                "pathFormat", "path",
                "linesStartAt1", true,
                "columnsStartAt1", true,
                "supportsVariableType", true,
                "supportsVariablePaging", true,
                "supportsMemoryReferences", true,
                "supportsInvalidatedEvent", true,
                "supportsProgressReporting", true,
                "supportsMemoryEvent", true,
                "locale", "en");
    }
}
