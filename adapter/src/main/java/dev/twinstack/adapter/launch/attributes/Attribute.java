package dev.twinstack.adapter.launch.attributes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.dap.UserError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An attribute that is there, or what is inside one. Whatever reads its value throws {@link UserError} when that has another shape.
 *
 * @param name as the user is told of it, {@code target.port} for a member; an element of a list has the name of the list
 */
public record Attribute(String name, JsonElement value) {
    public boolean isObject() {
        return value.isJsonObject();
    }

    public boolean isList() {
        return value.isJsonArray();
    }

    private boolean isNumber() {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    boolean isString() {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    /** A text; a number or a boolean counts as its text. */
    public String text() {
        if (!value.isJsonPrimitive()) {
            throw new UserError("The attribute '" + name + "' must be a string, but it is " + value + ".");
        }
        String text = value.getAsString();
        if (text.indexOf('\0') >= 0) {
            throw new UserError("The attribute '" + name
                    + "' contains a NUL character, which no path, argument or variable can; remove it.");
        }
        return text;
    }

    /** A whole number from {@code least} to {@code most}. */
    int number(int least, int most) {
        double number = isNumber() ? value.getAsDouble() : Double.NaN;
        if (number != Math.rint(number) || number < least || number > most) {
            throw new UserError("The attribute '" + name + "' must be a whole number from " + least + " to " + most
                    + ", but it is " + value + ".");
        }
        return (int) number;
    }

    public boolean flag() {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw new UserError("The attribute '" + name + "' must be true or false, but it is " + value + ".");
        }
        return value.getAsBoolean();
    }

    /** A list of texts. */
    List<String> texts() {
        return requireList().stream().map(Attribute::text).toList();
    }

    /** A list of texts, each of which may be null. */
    List<String> textsOrNulls() {
        return requireList().stream()
                .map(each -> each.value.isJsonNull() ? null : each.text())
                .toList();
    }

    private List<Attribute> requireList() {
        if (!isList()) {
            throw new UserError("The attribute '" + name + "' must be a list of strings, but it is " + value + ".");
        }
        return elements();
    }

    /** The elements of a list. */
    public List<Attribute> elements() {
        return value.getAsJsonArray().asList().stream()
                .map(each -> new Attribute(name, each))
                .toList();
    }

    /** The names of an object's members. */
    public Set<String> members() {
        return requireObject().keySet();
    }

    /** A member of an object; empty when it is absent or null. */
    public Optional<Attribute> findMember(String member) {
        return Optional.ofNullable(requireObject().get(member))
                .filter(found -> !found.isJsonNull())
                .map(found -> new Attribute(name + "." + member, found));
    }

    /** A member that an object must have. */
    Attribute member(String member) {
        return findMember(member)
                .orElseThrow(() -> new UserError(
                        "An element of the attribute '" + name + "' lacks '" + member + "': " + value + "."));
    }

    private JsonObject requireObject() {
        if (!isObject()) {
            throw new UserError(
                    "An element of the attribute '" + name + "' must be an object, but it is " + value + ".");
        }
        return value.getAsJsonObject();
    }
}
