package dev.twinstack.adapter.server.messages;

import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import java.util.Map;
import org.eclipse.lsp4j.debug.RestartArguments;

/** DAP: RestartArguments, with every attribute of the configuration; lsp4j's own class keeps only those that DAP itself names. */
public final class RestartAttributes extends RestartArguments {
    private final Map<String, Object> attributes;

    private RestartAttributes(Map<String, Object> attributes) {
        this.attributes = attributes;
    }

    /** For lsp4j's Gson. */
    static JsonDeserializer<RestartArguments> reader() {
        return (json, type, context) -> {
            JsonElement configuration = json.getAsJsonObject().get("arguments");
            return new RestartAttributes(context.deserialize(configuration, Map.class));
        };
    }

    /** The launch configuration that the client sends with the request; null when it sends none, and the earlier one holds. */
    public static Map<String, Object> of(RestartArguments arguments) {
        return arguments instanceof RestartAttributes read ? read.attributes : null;
    }
}
