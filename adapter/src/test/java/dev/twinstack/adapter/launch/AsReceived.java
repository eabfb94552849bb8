package dev.twinstack.adapter.launch;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.Map;

/** Attributes as lsp4j gives them, numbers as doubles. */
final class AsReceived {
    private AsReceived() {}

    static Map<String, Object> attributes(String json) {
        return new Gson().fromJson(json, new TypeToken<Map<String, Object>>() {}.getType());
    }
}
