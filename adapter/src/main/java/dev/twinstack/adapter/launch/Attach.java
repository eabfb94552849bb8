package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import dev.twinstack.adapter.launch.attributes.UnknownAttributes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A process to attach to.
 *
 * @param processId its number, as the adapter's own machine or container counts; 0 with {@code waitFor}
 * @param held whether another session has left it stopped for this one, as a child of its own program
 * @param place where that session has found the child ({@code HeldChildren}); null when it has not said so
 * @param waitFor the name of a process that is still to start, or an absolute path; null with {@code processId}
 * @param patience how long that may take
 * @param program its executable, or null to find it through {@code /proc}
 * @param stopOnEntry whether it stays stopped once it is attached to; otherwise it runs on
 */
public record Attach(
        long processId,
        boolean held,
        String place,
        String waitFor,
        Duration patience,
        Path program,
        boolean stopOnEntry,
        Settings settings)
        implements LaunchArguments {
    /** The attribute that names a child which another session holds for this one. */
    static final String HELD = "subProcessId";

    private static final long PATIENCE_SECONDS = 60;
    private static final long DAY_SECONDS = 86_400;

    static Attach read(Attributes attributes) {
        Optional<String> processId = attributes.text("processId", "pid", HELD);
        Optional<String> waitFor = waitFor(attributes);
        if (processId.isPresent() == waitFor.isPresent()) {
            Settings.read(attributes); // whose names are no misspelt ones
            throw new UserError(
                    "An attach needs exactly one of 'processId', the number of a process, 'waitFor', the name of"
                            + " one that is still to start, 'coreFile' and 'target'."
                            + UnknownAttributes.meant(attributes, List.of("processId", "waitFor", "coreFile", "target"))
                            + UnknownAttributes.lost(attributes));
        }
        Duration patience =
                attributes.text("waitForTimeout").map(Attach::patience).orElse(Duration.ofSeconds(PATIENCE_SECONDS));
        Optional<String> program = attributes.path("program");
        boolean stopOnEntry = attributes.flag("stopOnEntry", "stopAtEntry", "stopAtConnect");
        String place = attributes.text("subProcessPlace").orElse(null);
        Settings settings = Settings.read(attributes);
        return new Attach(
                processId.map(Attach::number).orElse(0L),
                attributes.text(HELD).isPresent(),
                place,
                waitFor.map(name -> path(settings, name)).orElse(null),
                patience,
                program.map(settings.cwd()::resolve).orElse(null),
                stopOnEntry,
                settings);
    }

    /** What the user is told before the wait for a process that is still to start. */
    public String waiting() {
        return "Waiting up to " + patience.toSeconds() + " seconds for a new process '" + waitFor + "' …";
    }

    /** The refusal when that wait was in vain. */
    public UserError notStarted() {
        return new UserError("No process '" + waitFor + "' was started within " + patience.toSeconds()
                + " seconds; set 'waitForTimeout' to wait longer.");
    }

    /** The name to wait for. lldb-dap's {@code waitFor} is true or false, and means the program. */
    private static Optional<String> waitFor(Attributes attributes) {
        return attributes.isFlag("waitFor")
                ? Optional.of("program")
                        .filter(name -> attributes.flag("waitFor"))
                        .flatMap(attributes::path)
                : attributes.path("waitFor").map(Attach::name);
    }

    static long number(String text) {
        if (!text.strip().matches("0*[1-9][0-9]{0,9}")) {
            throw new UserError("The attribute 'processId' must be the number of a process, a whole number from 1,"
                    + " but it is '" + text + "'.");
        }
        return Long.parseLong(text.strip());
    }

    private static String name(String text) {
        if (text.isBlank()) {
            throw new UserError("The attribute 'waitFor' must be the name of a program or its path, but it is blank.");
        }
        return text.strip();
    }

    private static String path(Settings settings, String name) {
        return name.contains("/") ? settings.cwd().resolve(name).normalize().toString() : name;
    }

    private static Duration patience(String text) {
        boolean decimal = text.strip().matches("[0-9]{1,5}([.][0-9]+)?");
        double seconds = decimal ? Double.parseDouble(text) : -1;
        if (seconds < 0 || seconds > DAY_SECONDS) {
            throw new UserError("The attribute 'waitForTimeout' must be a number of seconds from 0 to " + DAY_SECONDS
                    + ", but it is '" + text + "'.");
        }
        return Duration.ofMillis((long) (1000 * seconds));
    }
}
