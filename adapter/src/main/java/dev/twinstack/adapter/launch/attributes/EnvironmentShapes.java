package dev.twinstack.adapter.launch.attributes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.dap.UserError;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shapes in which launch configurations write an environment: {@code {"A": "1", "B": null}}, where null unsets, cppdbg's
 * {@code [{"name": "A", "value": "1"}]} and lldb-dap's {@code ["A=1"]}.
 */
final class EnvironmentShapes {
    private EnvironmentShapes() {}

    static Map<String, String> read(Attributes.Found found) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (found.value().isJsonObject()) {
            found.value()
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> environment.put(
                            entry.getKey(), textOrNull(found.name() + "." + entry.getKey(), entry.getValue())));
        } else if (found.value().isJsonArray()) {
            Attributes.elements(found.value().getAsJsonArray())
                    .forEach(element -> put(environment, found.name(), element));
        } else {
            throw new UserError("The attribute '" + found.name() + "' must be an object of strings, but it is "
                    + found.value() + ".");
        }
        return environment;
    }

    private static void put(Map<String, String> environment, String name, JsonElement element) {
        if (element.isJsonPrimitive()) {
            String[] variable = element.getAsString().split("=", 2);
            environment.put(variable[0], variable.length == 2 ? variable[1] : "");
            return;
        }
        JsonObject pair = Attributes.requireObject(name, element);
        environment.put(
                Attributes.requireText(name + ".name", Attributes.member(name, pair, "name")),
                textOrNull(name + ".value", pair.get("value")));
    }

    private static String textOrNull(String name, JsonElement value) {
        return value == null || value.isJsonNull() ? null : Attributes.requireText(name, value);
    }
}
