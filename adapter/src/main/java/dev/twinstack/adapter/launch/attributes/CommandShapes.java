package dev.twinstack.adapter.launch.attributes;

import dev.twinstack.adapter.dap.UserError;
import java.util.List;

/** The shapes in which launch configurations write commands: {@code ["set print pretty on"]} and cppdbg's {@code [{"text": …}]}. */
final class CommandShapes {
    private CommandShapes() {}

    static List<GdbCommand> read(Attribute commands) {
        if (!commands.isList()) {
            throw new UserError("The attribute '" + commands.name() + "' must be a list of GDB's commands, but it is "
                    + commands.value() + ".");
        }
        return commands.elements().stream()
                .map(CommandShapes::command)
                .filter(command -> !command.text().isEmpty())
                .toList();
    }

    private static GdbCommand command(Attribute command) {
        if (!command.isObject()) {
            return GdbCommand.of(command.name(), command.text().strip(), false);
        }
        boolean ignoresFailure =
                command.findMember("ignoreFailures").map(Attribute::flag).orElse(false);
        return GdbCommand.of(command.name(), command.member("text").text().strip(), ignoresFailure);
    }
}
