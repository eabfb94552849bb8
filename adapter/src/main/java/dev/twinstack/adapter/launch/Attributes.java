package dev.twinstack.adapter.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The attributes of a launch or attach request, read by name with their aliases; a value of the wrong type is a {@link UserError}. */
final class Attributes {
    private final JsonObject json;
    private final Set<String> known = new LinkedHashSet<>();

    Attributes(JsonObject json) {
        this.json = json;
    }

    Optional<String> text(String... names) {
        return find(names).map(found -> requireText(found.name, found.value));
    }

    /** A whole number from {@code least} to {@code most}. */
    Optional<Integer> number(String name, int least, int most) {
        return find(name).map(found -> requireNumber(found, least, most));
    }

    boolean flag(String... names) {
        return find(names).map(found -> requireFlag(found)).orElse(false);
    }

    /** A list of texts; numbers and booleans in it count as their text. Empty when absent. */
    List<String> texts(String... names) {
        return find(names).map(Attributes::requireTexts).orElse(List.of());
    }

    /** A list of texts, which may be a single text. Empty when absent. */
    List<String> textOrTexts(String... names) {
        return find(names)
                .map(found ->
                        found.value.isJsonArray() ? requireTexts(found) : List.of(requireText(found.name, found.value)))
                .orElse(List.of());
    }

    /** An environment in either shape, {@code {"A": "1", "B": null}} or {@code [{"name": "A", "value": "1"}]}; null unsets. */
    Map<String, String> environment(String... names) {
        return find(names).map(Attributes::requireEnvironment).orElse(Map.of());
    }

    /** Prefix pairs in the four shapes in use: an object, pairs, {@code localRoot/remoteRoot} and {@code from/to}. */
    List<SourceMap.Entry> sourceMap(String... names) {
        return find(names).map(SourceMapShapes::read).orElse(List.of());
    }

    Optional<RemoteAddress> remoteAddress(String... names) {
        return find(names).map(RemoteAddress::read);
    }

    /** Those of the request that have these names. */
    JsonObject only(List<String> names) {
        JsonObject some = json.deepCopy();
        some.keySet().retainAll(names);
        return some;
    }

    /** The names in the request that nobody asked for. */
    List<String> unknown() {
        return json.keySet().stream().filter(name -> !known.contains(name)).toList();
    }

    Set<String> known() {
        return known;
    }

    /** An attribute that is there. */
    record Found(String name, JsonElement value) {}

    private Optional<Found> find(String... names) {
        known.addAll(List.of(names));
        return List.of(names).stream()
                .filter(name -> json.has(name) && !json.get(name).isJsonNull())
                .findFirst()
                .map(name -> new Found(name, json.get(name)));
    }

    static String requireText(String name, JsonElement value) {
        if (!value.isJsonPrimitive()) {
            throw new UserError("The attribute '" + name + "' must be a string, but it is " + value + ".");
        }
        return value.getAsJsonPrimitive().isNumber()
                ? value.getAsBigDecimal().stripTrailingZeros().toPlainString() // lsp4j reads 5 as 5.0
                : value.getAsString();
    }

    private static int requireNumber(Found found, int least, int most) {
        double number = isNumber(found.value) ? found.value.getAsDouble() : Double.NaN;
        if (number != Math.rint(number) || number < least || number > most) {
            throw new UserError("The attribute '" + found.name + "' must be a whole number from " + least + " to "
                    + most + ", but it is " + found.value + ".");
        }
        return (int) number;
    }

    private static boolean isNumber(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    private static boolean requireFlag(Found found) {
        if (!found.value.isJsonPrimitive() || !found.value.getAsJsonPrimitive().isBoolean()) {
            throw new UserError(
                    "The attribute '" + found.name + "' must be true or false, but it is " + found.value + ".");
        }
        return found.value.getAsBoolean();
    }

    private static List<String> requireTexts(Found found) {
        if (!found.value.isJsonArray()) {
            throw new UserError(
                    "The attribute '" + found.name + "' must be a list of strings, but it is " + found.value + ".");
        }
        return elements(found.value.getAsJsonArray()).stream()
                .map(element -> requireText(found.name, element))
                .toList();
    }

    private static Map<String, String> requireEnvironment(Found found) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (found.value.isJsonObject()) {
            found.value
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> environment.put(
                            entry.getKey(), textOrNull(found.name + "." + entry.getKey(), entry.getValue())));
        } else if (found.value.isJsonArray()) {
            for (JsonElement element : found.value.getAsJsonArray()) {
                JsonObject pair = requireObject(found.name, element);
                environment.put(
                        requireText(found.name + ".name", member(found.name, pair, "name")),
                        textOrNull(found.name + ".value", pair.get("value")));
            }
        } else {
            throw new UserError(
                    "The attribute '" + found.name + "' must be an object of strings, but it is " + found.value + ".");
        }
        return environment;
    }

    private static String textOrNull(String name, JsonElement value) {
        return value == null || value.isJsonNull() ? null : requireText(name, value);
    }

    static JsonObject requireObject(String name, JsonElement value) {
        if (!value.isJsonObject()) {
            throw new UserError(
                    "An element of the attribute '" + name + "' must be an object, but it is " + value + ".");
        }
        return value.getAsJsonObject();
    }

    static JsonElement member(String name, JsonObject object, String member) {
        if (!object.has(member)) {
            throw new UserError("An element of the attribute '" + name + "' lacks '" + member + "': " + object + ".");
        }
        return object.get(member);
    }

    static List<JsonElement> elements(JsonArray array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
