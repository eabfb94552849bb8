package dev.twinstack.adapter.launch.attributes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.dap.UserError;
import java.util.List;

/** The shapes in which launch configurations write commands: {@code ["set print pretty on"]} and cppdbg's {@code [{"text": …}]}. */
final class CommandShapes {
    private CommandShapes() {}

    static List<GdbCommand> read(Attributes.Found found) {
        if (!found.value().isJsonArray()) {
            throw new UserError("The attribute '" + found.name() + "' must be a list of GDB's commands, but it is "
                    + found.value() + ".");
        }
        return Attributes.elements(found.value().getAsJsonArray()).stream()
                .map(element -> command(found.name(), element))
                .filter(command -> !command.text().isEmpty())
                .toList();
    }

    private static GdbCommand command(String name, JsonElement element) {
        if (!element.isJsonObject()) {
            return GdbCommand.of(name, Attributes.requireText(name, element).strip(), false);
        }
        JsonObject described = element.getAsJsonObject();
        String text = Attributes.requireText(name + ".text", Attributes.member(name, described, "text"));
        JsonElement ignored = described.get("ignoreFailures");
        boolean ignoresFailure = ignored != null
                && !ignored.isJsonNull()
                && Attributes.requireFlag(new Attributes.Found(name + ".ignoreFailures", ignored));
        return GdbCommand.of(name, text.strip(), ignoresFailure);
    }
}
