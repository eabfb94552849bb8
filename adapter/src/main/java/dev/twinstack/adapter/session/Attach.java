package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Path;

/**
 * A process to attach to.
 *
 * @param processId its number, as the adapter's own machine or container counts
 * @param program its executable, or null to find it through {@code /proc}
 * @param stopOnEntry whether it stays stopped once it is attached to; otherwise it runs on
 */
public record Attach(long processId, Path program, boolean stopOnEntry, Settings settings) implements LaunchArguments {
    static Attach read(Attributes attributes) {
        long processId = attributes
                .text("processId", "pid")
                .map(Attach::number)
                .orElseThrow(() -> new UserError("An attach needs 'processId', the number of the process."));
        String program = attributes.text("program").orElse(null);
        boolean stopOnEntry = attributes.flag("stopOnEntry", "stopAtEntry", "stopAtConnect");
        Settings settings = Settings.read(attributes);
        return new Attach(processId, program == null ? null : settings.cwd().resolve(program), stopOnEntry, settings);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new UserError(
                    "The launch attribute 'processId' must be the number of a process, but it is '" + text + "'.",
                    noNumber);
        }
    }
}
