package dev.twinstack.adapter.launch.attributes;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.UserError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The attributes of a launch or attach request, read by name with their aliases; a value of the wrong type is a {@link UserError}. */
public final class Attributes {
    /** A null unsets a variable of the environment, so it must not get lost. */
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private static final Set<String> EMPTY = Set.of("false", "\"\"", "[]", "{}");

    private final JsonObject json;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> remarks = new ArrayList<>();

    /** The attributes as lsp4j gives them. */
    public Attributes(Map<String, Object> attributes) {
        this(GSON.toJsonTree(attributes).getAsJsonObject());
    }

    private Attributes(JsonObject json) {
        this.json = json;
    }

    public Optional<String> text(String... names) {
        return find(names).map(found -> requireText(found.name, found.value));
    }

    /** The path of a file of the program's machine. */
    public Optional<String> path(String... names) {
        return text(names).map(this::ofProgram);
    }

    /** The path of a file of this machine. */
    public Optional<String> pathHere(String... names) {
        return text(names).map(HomeDirectory::writtenOut);
    }

    /** A path of the program's machine, or null, with {@code ~} written out; at the other end of a pipe nobody here knows what {@code ~} is, and it stays. */
    public String ofProgram(String path) {
        return Pipes.isWanted(this) ? path : HomeDirectory.writtenOut(path);
    }

    /** A whole number from {@code least} to {@code most}. */
    public Optional<Integer> number(String name, int least, int most) {
        return find(name).map(found -> requireNumber(found, least, most));
    }

    public boolean flag(String... names) {
        return flagOr(false, names);
    }

    public boolean flagOr(boolean otherwise, String... names) {
        return find(names).map(found -> requireFlag(found)).orElse(otherwise);
    }

    /** A flag, or an object with such a member; false when absent. */
    public boolean flagOrMember(String name, String member) {
        return find(name)
                .map(found -> found.value.isJsonObject()
                        ? new Found(name + "." + member, member(name, found.value.getAsJsonObject(), member))
                        : found)
                .map(found -> requireFlag(found))
                .orElse(false);
    }

    /** A list of texts; numbers and booleans in it count as their text. Empty when absent. */
    public List<String> texts(String... names) {
        return find(names).map(Attributes::requireTexts).orElse(List.of());
    }

    /** A list of texts, each of which may be null. Empty when absent. */
    public List<String> textsOrNulls(String... names) {
        return find(names)
                .map(found -> requireList(found).stream()
                        .map(element -> element.isJsonNull() ? null : requireText(found.name, element))
                        .toList())
                .orElse(List.of());
    }

    /** A list of texts, which may be a single text. Empty when absent. */
    public List<String> textOrTexts(String... names) {
        return find(names)
                .map(found ->
                        found.value.isJsonArray() ? requireTexts(found) : List.of(requireText(found.name, found.value)))
                .orElse(List.of());
    }

    /** A list of texts, or one text that is taken apart as by a shell, though there is none. Empty when absent. */
    public List<String> words(String... names) {
        return Stream.of(names).anyMatch(this::isText)
                ? ShellWords.of(names[0], text(names).orElse(""))
                : texts(names);
    }

    /** An environment in any of its shapes; a null value unsets a variable. */
    public Map<String, String> environment(String... names) {
        return find(names).map(EnvironmentShapes::read).orElse(Map.of());
    }

    /** A list of commands of GDB, in either of its shapes. */
    public List<GdbCommand> commands(String name) {
        return find(name).map(CommandShapes::read).orElse(List.of());
    }

    /** What is the user's own Python code. */
    public List<CodeRule> codeRules(String name) {
        return find(name).map(CodeRule::read).orElse(List.of()).stream()
                .map(rule -> new CodeRule(ofProgram(rule.path()), rule.module(), rule.include()))
                .toList();
    }

    /** Prefix pairs in the four shapes in use: an object, pairs, {@code localRoot/remoteRoot} and {@code from/to}. */
    public List<SourceMap.Entry> sourceMap(String... names) {
        return find(names).map(SourceMapShapes::read).orElse(List.of()).stream()
                .map(entry -> new SourceMap.Entry(
                        ofProgram(entry.debuggee()), HomeDirectory.writtenOut(entry.client()), entry.forBreakpoints()))
                .toList();
    }

    /** The members of an attribute that is an object. */
    public Optional<Attributes> object(String name) {
        return find(name)
                .filter(found -> found.value.isJsonObject())
                .map(found -> new Attributes(found.value.getAsJsonObject()));
    }

    /** Whether the attribute is there, and not null. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The attributes with these names, as far as the request has them. */
    public JsonObject only(List<String> names) {
        JsonObject some = json.deepCopy();
        some.keySet().retainAll(names);
        return some;
    }

    /** The attribute is a single text, and not a list or an object. */
    public boolean isText(String name) {
        return json.has(name) && json.get(name).isJsonPrimitive();
    }

    /** The attribute is true or false. */
    public boolean isFlag(String name) {
        return isText(name) && json.get(name).getAsJsonPrimitive().isBoolean();
    }

    /** Keeps a sentence that the user is to be told before the program starts. */
    public void remark(String sentence) {
        if (!remarks.contains(sentence)) {
            remarks.add(sentence);
        }
    }

    /** What was remarked until now. */
    public List<String> remarks() {
        return remarks;
    }

    /** The names in the request that were not asked for until now. */
    List<String> unknown() {
        return json.keySet().stream().filter(name -> !known.contains(name)).toList();
    }

    /** Whether an attribute says nothing, or no: null, false, or empty. */
    boolean isEmpty(String name) {
        JsonElement value = json.get(name);
        return value.isJsonNull() || EMPTY.contains(value.toString());
    }

    public Set<String> known() {
        return known;
    }

    /** An attribute that is there. */
    public record Found(String name, JsonElement value) {}

    /** The first of an attribute's names that is there, in any of its shapes. */
    public Optional<Found> find(String... names) {
        known.addAll(List.of(names));
        List<String> given = Stream.of(names)
                .filter(name -> json.has(name) && !json.get(name).isJsonNull())
                .toList();
        if (given.size() > 1) {
            remark("The attributes '" + String.join("' and '", given) + "' mean the same here, of which '"
                    + given.get(0) + "' is used.");
        }
        return given.stream().findFirst().map(name -> new Found(name, json.get(name)));
    }

    public static String requireText(String name, JsonElement value) {
        if (!value.isJsonPrimitive()) {
            throw new UserError("The attribute '" + name + "' must be a string, but it is " + value + ".");
        }
        String text = value.getAsJsonPrimitive().isNumber()
                ? value.getAsBigDecimal().stripTrailingZeros().toPlainString() // lsp4j reads 5 as 5.0
                : value.getAsString();
        if (text.indexOf('\0') >= 0) {
            throw new UserError("The attribute '" + name
                    + "' contains a NUL character, which no path, argument or variable can; remove it.");
        }
        return text;
    }

    private static int requireNumber(Found found, int least, int most) {
        double number = isNumber(found.value) ? found.value.getAsDouble() : Double.NaN;
        if (number != Math.rint(number) || number < least || number > most) {
            throw new UserError("The attribute '" + found.name + "' must be a whole number from " + least + " to "
                    + most + ", but it is "
                    + (isNumber(found.value) ? requireText(found.name, found.value) : found.value) + ".");
        }
        return (int) number;
    }

    private static boolean isNumber(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    static boolean requireFlag(Found found) {
        if (!found.value.isJsonPrimitive() || !found.value.getAsJsonPrimitive().isBoolean()) {
            throw new UserError(
                    "The attribute '" + found.name + "' must be true or false, but it is " + found.value + ".");
        }
        return found.value.getAsBoolean();
    }

    private static List<String> requireTexts(Found found) {
        return requireList(found).stream()
                .map(element -> requireText(found.name, element))
                .toList();
    }

    private static List<JsonElement> requireList(Found found) {
        if (!found.value.isJsonArray()) {
            throw new UserError(
                    "The attribute '" + found.name + "' must be a list of strings, but it is " + found.value + ".");
        }
        return elements(found.value.getAsJsonArray());
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

    public static List<JsonElement> elements(JsonArray array) {
        return new ArrayList<>(array.asList());
    }
}
