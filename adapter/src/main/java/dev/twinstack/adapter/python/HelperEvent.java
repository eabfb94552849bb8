package dev.twinstack.adapter.python;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonSyntaxException;
import java.util.Optional;

/**
 * What the helpers tell unasked, on a line {@code twinstack-event NAME JSON} of GDB's log.
 *
 * @param name such as {@code log}
 */
public record HelperEvent(String name, JsonObject fields) {
    private static final Gson GSON = new Gson();
    private static final String MARK = "twinstack-event ";

    /** The beginning of a line that has a sentence for the user. */
    public static final String FOR_THE_USER = "twinstack: ";

    /** The event that a line of GDB's log tells; empty for any other line. */
    public static Optional<HelperEvent> of(String line) {
        String[] words = line.split(" ", 3);
        return line.startsWith(MARK) && words.length == 3
                ? Optional.of(new HelperEvent(words[1], object(line, words[2])))
                : Optional.empty();
    }

    /** Whether a line of GDB's log is an event or a sentence for the user, and so does not belong to the command that GDB is carrying out. */
    public static boolean isUnasked(String line) {
        return line.startsWith(MARK) || line.startsWith(FOR_THE_USER);
    }

    /** Its fields as a record whose components have their names. */
    public <T extends Record> T as(Class<T> type) {
        return GSON.fromJson(fields, type);
    }

    private static JsonObject object(String line, String json) {
        try {
            return GSON.fromJson(json, JsonObject.class);
        } catch (JsonSyntaxException malformed) {
            throw new HelperException("event", "not the JSON of an event: " + line);
        }
    }
}
