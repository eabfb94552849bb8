package dev.twinstack.adapter.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.twinstack.adapter.report.model.CrashReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Masks what must not leave the machine: the values of variables whose names say that they are secret, also within a text ({@code 'password': 'x'},
 * {@code --token=x}), and the users and passwords in URLs. What was masked in one place is masked in every other, too.
 */
public final class Secrets {
    /** What stands in the place of a secret. */
    public static final String MASK = "<masked>";

    /** Members that are never masked: they say what something is, and reports are grouped and found by them. */
    private static final Set<String> KEPT =
            Set.of("language", "kind", "gil", "file", "library", "test", "rule", "signature");

    private static final Gson GSON = new Gson();

    private final SecretNames names;

    private Secrets(SecretNames names) {
        this.names = names;
    }

    /** {@code more}: names in which one of these patterns is found are secret, too. */
    public static Secrets of(List<Pattern> more) {
        return new Secrets(new SecretNames(more));
    }

    /** The report without its secrets. */
    public CrashReport masked(CrashReport report) {
        JsonElement document = GSON.toJsonTree(report);
        TreeSet<String> found =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(String::compareTo));
        JsonElement masked = masked(document, "", found);
        JsonElement everywhere = found.isEmpty() ? masked : replaced(masked, found);
        return GSON.fromJson(everywhere, CrashReport.class);
    }

    /** Masks a member's value by its name; {@code found} gets the secrets. */
    private JsonElement masked(JsonElement value, String member, TreeSet<String> found) {
        if (value.isJsonObject()) {
            return masked(value.getAsJsonObject(), found);
        }
        if (value.isJsonArray()) {
            return member.equals("command")
                    ? command(value.getAsJsonArray(), found)
                    : array(value.getAsJsonArray(), member, found);
        }
        return isText(value)
                ? new JsonPrimitive(names.masked(value.getAsString(), member.equals("text"), found))
                : value;
    }

    private JsonObject masked(JsonObject object, TreeSet<String> found) {
        JsonObject masked = new JsonObject();
        boolean isSecret = object.has("value") && names.has(object.get("name").getAsString());
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            String key = member.getKey();
            if (KEPT.contains(key)) {
                masked.add(key, member.getValue());
            } else if (isSecret && key.equals("value")) {
                SecretNames.addStrings(member.getValue().getAsString(), found);
                masked.addProperty(key, MASK);
            } else if (isSecret && key.equals("children")) {
                masked.add(key, new JsonArray());
            } else if (key.equals("environment")) {
                masked.add(key, environment(member.getValue().getAsJsonObject(), found));
            } else {
                masked.add(key, masked(member.getValue(), key, found));
            }
        }
        return masked;
    }

    private JsonArray array(JsonArray values, String member, TreeSet<String> found) {
        JsonArray masked = new JsonArray(values.size());
        values.forEach(each -> masked.add(masked(each, member, found)));
        return masked;
    }

    private JsonObject environment(JsonObject variables, TreeSet<String> found) {
        JsonObject masked = new JsonObject();
        variables.entrySet().forEach(each -> {
            String value = each.getValue().getAsString();
            masked.addProperty(
                    each.getKey(),
                    names.hasInEnvironment(each.getKey()) ? whole(value, found) : names.masked(value, false, found));
        });
        return masked;
    }

    /** Masks the arguments of a command; the value of an option may be the next argument. */
    private JsonArray command(JsonArray arguments, TreeSet<String> found) {
        JsonArray masked = new JsonArray(arguments.size());
        boolean isNext = false;
        for (JsonElement each : arguments) {
            String argument = each.getAsString();
            masked.add(isNext ? whole(argument, found) : names.masked(argument, false, found));
            isNext = argument.startsWith("-") && !argument.contains("=") && names.has(argument);
        }
        return masked;
    }

    private static String whole(String secret, Set<String> found) {
        SecretNames.add(secret, found);
        return MASK;
    }

    private static JsonElement replaced(JsonElement value, TreeSet<String> secrets) {
        if (value.isJsonArray()) {
            JsonArray replaced = new JsonArray(value.getAsJsonArray().size());
            value.getAsJsonArray().forEach(each -> replaced.add(replaced(each, secrets)));
            return replaced;
        }
        if (value.isJsonObject()) {
            JsonObject replaced = new JsonObject();
            value.getAsJsonObject()
                    .entrySet()
                    .forEach(each -> replaced.add(
                            each.getKey(),
                            KEPT.contains(each.getKey()) ? each.getValue() : replaced(each.getValue(), secrets)));
            return replaced;
        }
        return isText(value) ? new JsonPrimitive(without(value.getAsString(), secrets)) : value;
    }

    private static String without(String text, TreeSet<String> secrets) {
        String left = text;
        for (String secret : secrets) {
            left = left.replace(secret, MASK);
        }
        return left;
    }

    private static boolean isText(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }
}
