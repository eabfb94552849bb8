package dev.twinstack.adapter.server.messages;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.twinstack.adapter.client.ClientFormat;
import java.io.IOException;
import org.eclipse.lsp4j.debug.Source;

/** Converts the paths of sources on their way in and out: the client writes them as paths or as URIs (DAP: pathFormat), the adapter as paths. */
record SourcePaths(ClientFormat format) implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked") // the type is compared
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (type.getRawType() != Source.class) {
            return null;
        }
        TypeAdapter<Source> ordinary = gson.getDelegateAdapter(this, TypeToken.get(Source.class));
        return (TypeAdapter<T>) new Converted(gson, ordinary, format).nullSafe();
    }

    private static final class Converted extends TypeAdapter<Source> {
        private final Gson gson;
        private final TypeAdapter<Source> ordinary;
        private final ClientFormat format;

        Converted(Gson gson, TypeAdapter<Source> ordinary, ClientFormat format) {
            this.gson = gson;
            this.ordinary = ordinary;
            this.format = format;
        }

        @Override
        public Source read(JsonReader in) throws IOException {
            Source source = ordinary.read(in);
            source.setPath(format.fromClientPath(source.getPath()));
            return source;
        }

        @Override
        public void write(JsonWriter out, Source source) throws IOException {
            if (source.getPath() == null || !format.writesUris()) {
                ordinary.write(out, source);
                return;
            }
            JsonObject written = ordinary.toJsonTree(source).getAsJsonObject();
            written.addProperty("path", ClientFormat.uri(source.getPath()));
            gson.toJson(written, out);
        }
    }
}
