package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process to attach to.
 *
 * @param processId its number, as the adapter's own machine or container counts; 0 with {@code waitFor}
 * @param waitFor the name of a process that is still to start, or null
 * @param patience how long that may take
 * @param program its executable, or null to find it through {@code /proc}
 * @param stopOnEntry whether it stays stopped once it is attached to; otherwise it runs on
 */
public record Attach(
        long processId, String waitFor, Duration patience, Path program, boolean stopOnEntry, Settings settings)
        implements LaunchArguments {
    private static final long PATIENCE_SECONDS = 60;

    static Attach read(Attributes attributes) {
        Optional<String> processId = attributes.text("processId", "pid");
        Optional<String> waitFor = attributes.text("waitFor");
        if (processId.isPresent() == waitFor.isPresent()) {
            throw new UserError(
                    "An attach needs exactly one of 'processId', the number of a process, 'waitFor', the name of"
                            + " one that is still to start, and 'coreFile'.");
        }
        Duration patience = attributes
                .text("waitForTimeout")
                .map(text -> Duration.ofMillis((long) (1000 * number("waitForTimeout", text))))
                .orElse(Duration.ofSeconds(PATIENCE_SECONDS));
        Optional<String> program = attributes.text("program");
        boolean stopOnEntry = attributes.flag("stopOnEntry", "stopAtEntry", "stopAtConnect");
        Settings settings = Settings.read(attributes);
        return new Attach(
                processId.map(text -> (long) number("processId", text)).orElse(0L),
                waitFor.orElse(null),
                patience,
                program.map(settings.cwd()::resolve).orElse(null),
                stopOnEntry,
                settings);
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new UserError(
                    "The launch attribute '" + name + "' must be a number, but it is '" + text + "'.", noNumber);
        }
    }
}
