package dev.twinstack.adapter.server.messages;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.eclipse.lsp4j.debug.DataBreakpointInfoResponse;

/** Writes {@code "dataId": null}, which DAP wants for what cannot be watched, and which lsp4j leaves out. */
final class NullDataId implements TypeAdapterFactory {
    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        return type.getRawType() == DataBreakpointInfoResponse.class
                ? withDataId(gson, gson.getDelegateAdapter(this, type))
                : null;
    }

    private static <T> TypeAdapter<T> withDataId(Gson gson, TypeAdapter<T> usual) {
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T response) throws IOException {
                JsonElement json = usual.toJsonTree(response);
                json.getAsJsonObject().entrySet().removeIf(NullDataId::isLeftOut);
                boolean before = out.getSerializeNulls();
                out.setSerializeNulls(true);
                gson.getAdapter(JsonElement.class).write(out, json);
                out.setSerializeNulls(before);
            }

            @Override
            public T read(JsonReader in) throws IOException {
                return usual.read(in);
            }
        };
    }

    private static boolean isLeftOut(Map.Entry<String, JsonElement> member) {
        return member.getValue().isJsonNull() && !member.getKey().equals("dataId");
    }
}
