package dev.twinstack.adapter.launch.attributes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.dap.UserError;
import java.util.List;

/**
 * An exception to what {@code justMyCode} takes for the user's own Python code, as in debugpy's {@code rules}; the first rule that fits decides.
 *
 * @param path a pattern of paths, or null when a module is named
 * @param module a module, with those in its package, or null when a path is given
 * @param include whether the code is the user's own
 */
public record CodeRule(String path, String module, boolean include) {
    static List<CodeRule> read(Attributes.Found found) {
        if (!found.value().isJsonArray()) {
            throw new UserError(
                    "The attribute '" + found.name() + "' must be a list of rules, but it is " + found.value() + ".");
        }
        return Attributes.elements(found.value().getAsJsonArray()).stream()
                .map(element -> rule(found.name(), Attributes.requireObject(found.name(), element)))
                .toList();
    }

    private static CodeRule rule(String name, JsonObject rule) {
        if (rule.has("path") == rule.has("module")) {
            throw new UserError("Each rule of '" + name + "' names either a path or a module, unlike " + rule + ".");
        }
        JsonElement include = Attributes.member(name, rule, "include");
        return new CodeRule(
                text(name, rule, "path"),
                text(name, rule, "module"),
                Attributes.requireFlag(new Attributes.Found(name + ".include", include)));
    }

    private static String text(String name, JsonObject rule, String member) {
        return rule.has(member) ? Attributes.requireText(name + "." + member, rule.get(member)) : null;
    }
}
