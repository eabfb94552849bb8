package dev.twinstack.adapter.dsl;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Builds and reads JSON objects in as few words as a test wants to spend. */
public final class Json {
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private Json() {}

    /** An object of names and values in turn; a value is anything that Gson writes. */
    public static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], GSON.toJsonTree(namesAndValues[i + 1]));
        }
        return object;
    }

    static JsonObject parse(String text) {
        return GSON.fromJson(text, JsonObject.class);
    }

    public static Optional<String> text(JsonObject object, String name) {
        return member(object, name).map(JsonElement::getAsString);
    }

    /** A number of an object, when it is there. */
    public static Optional<Integer> integer(JsonObject object, String name) {
        return member(object, name).map(JsonElement::getAsInt);
    }

    /** Whether a member is there and true. */
    public static boolean flag(JsonObject object, String name) {
        return member(object, name).map(JsonElement::getAsBoolean).orElse(false);
    }

    static JsonObject objectAt(JsonObject object, String name) {
        return member(object, name).map(JsonElement::getAsJsonObject).orElseGet(JsonObject::new);
    }

    /** The objects of an array; none when the member is absent. */
    static <T> List<T> list(JsonObject object, String name, Function<JsonObject, T> reader) {
        return member(object, name).stream()
                .flatMap(array -> StreamSupport.stream(array.getAsJsonArray().spliterator(), false))
                .map(element -> reader.apply(element.getAsJsonObject()))
                .toList();
    }

    static Optional<JsonElement> member(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).filter(element -> !element.isJsonNull());
    }
}
