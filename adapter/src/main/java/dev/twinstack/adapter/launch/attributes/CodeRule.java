package dev.twinstack.adapter.launch.attributes;

import dev.twinstack.adapter.dap.UserError;
import java.util.List;
import java.util.Optional;

/**
 * An exception to what {@code justMyCode} takes for the user's own Python code, as in debugpy's {@code rules}; the first rule that fits decides.
 *
 * @param path a pattern of paths, or null when a module is named
 * @param module a module, with those in its package, or null when a path is given
 * @param include whether the code is the user's own
 */
public record CodeRule(String path, String module, boolean include) {
    static List<CodeRule> read(Attribute rules) {
        if (!rules.isList()) {
            throw new UserError(
                    "The attribute '" + rules.name() + "' must be a list of rules, but it is " + rules.value() + ".");
        }
        return rules.elements().stream().map(CodeRule::rule).toList();
    }

    private static CodeRule rule(Attribute rule) {
        Optional<String> path = rule.findMember("path").map(Attribute::text);
        Optional<String> module = rule.findMember("module").map(Attribute::text);
        if (path.isPresent() == module.isPresent()) {
            throw new UserError(
                    "Each rule of '" + rule.name() + "' names either a path or a module, unlike " + rule.value() + ".");
        }
        return new CodeRule(
                path.orElse(null), module.orElse(null), rule.member("include").flag());
    }
}
