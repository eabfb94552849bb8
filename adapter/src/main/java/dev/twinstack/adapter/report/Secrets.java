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
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks what must not leave the machine: the values of variables and of the environment whose names say that they are secret, also where such a name stands
 * within a text ({@code 'password': 'x'}, {@code --token=x}), the names and passwords in URLs, and what was masked once wherever else it stands.
 */
public final class Secrets {
    /** What stands in the place of a secret. */
    public static final String MASK = "<masked>";

    private static final String NAMES =
            "passw|passphrase|secret|token(?!s\\b|iz|_?ids?\\b)|api_?key|access_?key|private_?key|credential"
                    + "|auth(?!ors?(?![a-z])|enticat)|cookie|session_?(?:id|key)|connection_?string"
                    // not PWD, which is the shell's directory
                    + "|(?-i:(?<![a-zA-Z])pwd(?![a-z])|Pwd(?![a-z])|(?<=_)PWD(?![A-Z]))";
    private static final String QUOTED = "'(?:[^'\\\\]|\\\\.)*+'?|\"(?:[^\"\\\\]|\\\\.)*+\"?";
    private static final Pattern STRING = Pattern.compile("(?<=['\"])[^'\"]+");
    private static final Pattern IN_URL = Pattern.compile("(\\w://)[^/\\s:@'\"]*:[^/\\s@'\"]+(?=@)");
    /** A shorter one stands in other words by chance. */
    private static final int SHORTEST = 6;

    private static final Gson GSON = new Gson();

    private final Pattern name;
    private final Pattern named;
    private final Pattern namedInCode;

    private Secrets(String names) {
        name = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
        String before = "((?:" + names + ")[\\w-]*['\"]?\\s*[:=]\\s*)";
        named = Pattern.compile(
                before + "(?:(?:bearer|basic|digest)\\s+)?(?:[bru]*(?:" + QUOTED + ")|[^\\s,;)}\\]'\"]+)",
                Pattern.CASE_INSENSITIVE);
        namedInCode = Pattern.compile(before + "[bru]*(?:" + QUOTED + ")", Pattern.CASE_INSENSITIVE);
    }

    /** Names in which one of {@code more} is found are secret, too. */
    public static Secrets of(List<Pattern> more) {
        String ours = "(?i:" + NAMES + ")";
        return new Secrets(
                more.stream().map(each -> "|(?:" + each.pattern() + ")").collect(Collectors.joining("", ours, "")));
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

    /** {@code found} gets the secrets. */
    private JsonElement masked(JsonElement value, String member, TreeSet<String> found) {
        if (value.isJsonObject()) {
            return masked(value.getAsJsonObject(), found);
        }
        if (value.isJsonArray()) {
            return member.equals("command")
                    ? command(value.getAsJsonArray(), found)
                    : array(value.getAsJsonArray(), member, found);
        }
        return isText(value) ? new JsonPrimitive(text(value.getAsString(), member.equals("text"))) : value;
    }

    private JsonObject masked(JsonObject object, TreeSet<String> found) {
        JsonObject masked = new JsonObject();
        boolean isSecret = object.has("value") && isSecret(object.get("name").getAsString());
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            String key = member.getKey();
            if (isSecret && key.equals("value")) {
                masked.addProperty(key, taken(member.getValue().getAsString(), found));
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
            masked.addProperty(each.getKey(), isSecret(each.getKey()) ? whole(value, found) : text(value, false));
        });
        return masked;
    }

    /** An option's value may stand behind it as an argument of its own. */
    private JsonArray command(JsonArray arguments, TreeSet<String> found) {
        JsonArray masked = new JsonArray(arguments.size());
        boolean isNext = false;
        for (JsonElement each : arguments) {
            String argument = each.getAsString();
            masked.add(isNext ? whole(argument, found) : text(argument, false));
            isNext = argument.startsWith("-") && !argument.contains("=") && isSecret(argument);
        }
        return masked;
    }

    private boolean isSecret(String called) {
        return name.matcher(called).find();
    }

    /** A text in which names stand beside values; in code only strings are values. */
    private String text(String text, boolean isCode) {
        String named = (isCode ? namedInCode : this.named).matcher(text).replaceAll("$1" + MASK);
        return IN_URL.matcher(named).replaceAll("$1" + MASK);
    }

    /** Of the value of a variable the strings alone are known by their text elsewhere. */
    private static String taken(String value, TreeSet<String> found) {
        STRING.matcher(value).results().map(MatchResult::group).forEach(each -> whole(each, found));
        return MASK;
    }

    private static String whole(String secret, TreeSet<String> found) {
        String uncut = secret.endsWith("…") ? secret.substring(0, secret.length() - 1) : secret;
        if (uncut.length() >= SHORTEST) {
            found.add(uncut);
        }
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
                    .forEach(each -> replaced.add(each.getKey(), replaced(each.getValue(), secrets)));
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
