package dev.twinstack.adapter.launch.attributes;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import dev.twinstack.adapter.client.SourceMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The attributes of a launch or attach request, read by name with their aliases; a value of the wrong type is a {@link dev.twinstack.adapter.dap.UserError}. */
public final class Attributes {
    /** A null unsets a variable of the environment, so it must not get lost; lsp4j reads 5 as 5.0, which the user has not written. */
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .registerTypeAdapter(Double.class, (JsonSerializer<Double>) (number, type, context) -> asWritten(number))
            .create();

    /** Up to here every whole number is one of Java's {@code double}. */
    private static final double GREATEST_WHOLE = 1L << 53;

    private static final Set<String> SILENT = Set.of("null", "\"\"");
    private static final Set<String> EMPTY = Set.of("null", "\"\"", "false", "[]", "{}");

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

    private static JsonPrimitive asWritten(double number) {
        return number == Math.rint(number) && Math.abs(number) <= GREATEST_WHOLE
                ? new JsonPrimitive((long) number)
                : new JsonPrimitive(number);
    }

    public Optional<String> text(String... names) {
        return find(names).map(Attribute::text);
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
        return find(name).map(found -> found.number(least, most));
    }

    public boolean flag(String... names) {
        return flagOr(false, names);
    }

    public boolean flagOr(boolean otherwise, String... names) {
        return find(names).map(Attribute::flag).orElse(otherwise);
    }

    /** A flag, or an object with such a member; false when absent. */
    public boolean flagOrMember(String name, String member) {
        return find(name)
                .map(found -> found.isObject() ? found.member(member) : found)
                .map(Attribute::flag)
                .orElse(false);
    }

    /** A list of texts; numbers and booleans in it count as their text. Empty when absent. */
    public List<String> texts(String... names) {
        return find(names).map(Attribute::texts).orElse(List.of());
    }

    /** A list of texts, each of which may be null. Empty when absent. */
    public List<String> textsOrNulls(String... names) {
        return find(names).map(Attribute::textsOrNulls).orElse(List.of());
    }

    /** A list of texts, which may be a single text. Empty when absent. */
    public List<String> textOrTexts(String... names) {
        return find(names)
                .map(found -> found.isList() ? found.texts() : List.of(found.text()))
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
                .filter(Attribute::isObject)
                .map(found -> new Attributes(found.value().getAsJsonObject()));
    }

    /** Whether the attribute is there, and neither null nor an empty text. */
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
        return isPrimitive(name) && json.getAsJsonPrimitive(name).isString();
    }

    /** The attribute is true or false. */
    public boolean isFlag(String name) {
        return isPrimitive(name) && json.getAsJsonPrimitive(name).isBoolean();
    }

    private boolean isPrimitive(String name) {
        return json.has(name) && json.get(name).isJsonPrimitive();
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
        return EMPTY.contains(json.get(name).toString());
    }

    public Set<String> known() {
        return known;
    }

    /** The first of an attribute's names that is there, in any of its shapes. Null and an empty text say nothing, as in the templates of cppdbg. */
    public Optional<Attribute> find(String... names) {
        known.addAll(List.of(names));
        List<String> given = Stream.of(names)
                .filter(name ->
                        json.has(name) && !SILENT.contains(json.get(name).toString()))
                .toList();
        if (given.size() > 1) {
            remark("The attributes '" + String.join("' and '", given) + "' mean the same here, of which '"
                    + given.get(0) + "' is used.");
        }
        return given.stream().findFirst().map(name -> new Attribute(name, json.get(name)));
    }
}
