package dev.twinstack.adapter.python;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonSyntaxException;
import dev.twinstack.adapter.dap.UserError;
import java.util.function.Consumer;

/**
 * The envelope of every answer of the helpers: a result or an error, never both.
 *
 * @param changed what the user has changed in the program meanwhile, {@code memory} or {@code registers}; or null
 */
record Reply(JsonElement result, Failure error, String changed) {
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

    /** The result of {@code operation} out of one line of JSON; {@code onChange} gets what has changed. Throws {@link UserError} or {@link HelperException} when it failed. */
    static <T extends Record> T read(String operation, String json, Class<T> type, Consumer<String> onChange) {
        try {
            Reply reply = GSON.fromJson(json, Reply.class);
            if (reply.changed != null) {
                onChange.accept(reply.changed);
            }
            if (reply.error != null) {
                throw reply.error.toException(operation);
            }
            return GSON.fromJson(reply.result, type);
        } catch (JsonSyntaxException malformed) {
            throw new HelperException(operation, "not the JSON that was asked for: " + json);
        }
    }

    /** The arguments of an operation; {@code hex}: its answer shows integers in hexadecimal. */
    static String write(Record arguments, boolean hex) {
        JsonObject json = GSON.toJsonTree(arguments).getAsJsonObject();
        if (hex) {
            json.addProperty("hex", true);
        }
        return GSON.toJson(json);
    }
}
