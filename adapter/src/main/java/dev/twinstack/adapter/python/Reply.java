package dev.twinstack.adapter.python;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.io.StringReader;
import java.util.function.Consumer;

/**
 * The envelope of every answer of the helpers: a result or an error, never both.
 *
 * @param changed what the user has changed in the program meanwhile, {@code memory} or {@code registers}; or null
 */
record Reply<T extends Record>(T result, Failure error, String changed) {
    private static final Gson GSON = new Gson();

    /**
     * Why an operation failed.
     *
     * @param kind {@code user} and {@code stale} come with a whole sentence for the user, {@code bug} with a trace
     */
    record Failure(String kind, String message, String trace) {
        RuntimeException toException(String operation) {
            return kind.equals("bug") ? new HelperException(operation, message + "\n" + trace) : new UserError(message);
        }
    }

    /** Reads the result of {@code operation} from one line of JSON; {@code onChange} gets what has changed. Throws {@link UserError} or {@link HelperException} when it failed. */
    static <T extends Record> T read(String operation, String json, Class<T> type, Consumer<String> onChange) {
        Reply<T> reply;
        try {
            reply = parsed(json, TypeToken.get(type));
        } catch (IOException | JsonParseException | IllegalStateException malformed) {
            throw new HelperException(operation, "not the JSON that was asked for: " + json);
        }
        if (reply.changed != null) {
            onChange.accept(reply.changed);
        }
        if (reply.error != null) {
            throw reply.error.toException(operation);
        }
        return reply.result;
    }

    /** In one pass, without a tree of the JSON: a result may be of megabytes. */
    private static <T extends Record> Reply<T> parsed(String json, TypeToken<T> type) throws IOException {
        T result = null;
        Failure error = null;
        String changed = null;
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "result" -> result = GSON.fromJson(reader, type);
                case "error" -> error = GSON.fromJson(reader, Failure.class);
                default -> changed = reader.nextString();
            }
        }
        return new Reply<>(result, error, changed);
    }

    /** The arguments of an operation; {@code hex}: its answer shows integers in hexadecimal. */
    static String write(Record arguments, boolean hex) {
        if (!hex) {
            return GSON.toJson(arguments);
        }
        JsonObject json = GSON.toJsonTree(arguments).getAsJsonObject();
        json.addProperty("hex", true);
        return GSON.toJson(json);
    }
}
