package dev.twinstack.adapter.launch.attributes;

import dev.twinstack.adapter.dap.UserError;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shapes in which launch configurations write an environment: {@code {"A": "1", "B": null}}, where null unsets, cppdbg's
 * {@code [{"name": "A", "value": "1"}]} and lldb-dap's {@code ["A=1"]}.
 */
final class EnvironmentShapes {
    private EnvironmentShapes() {}

    static Map<String, String> read(Attribute variables) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (variables.isObject()) {
            variables.members().forEach(name -> environment.put(name, textOrNull(variables, name)));
        } else if (variables.isList()) {
            variables.elements().forEach(element -> put(environment, element));
        } else {
            throw new UserError("The attribute '" + variables.name() + "' must be an object of strings, but it is "
                    + variables.value() + ".");
        }
        return environment;
    }

    private static void put(Map<String, String> environment, Attribute variable) {
        if (variable.isString()) {
            String[] words = variable.text().split("=", 2);
            environment.put(words[0], words.length == 2 ? words[1] : "");
        } else {
            environment.put(variable.member("name").text(), textOrNull(variable, "value"));
        }
    }

    private static String textOrNull(Attribute object, String member) {
        return object.findMember(member).map(Attribute::text).orElse(null);
    }
}
