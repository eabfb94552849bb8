package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A server of GDB's remote protocol, such as gdbserver or OpenOCD, that is started for the session. It is described as cdt-gdb-adapter does it, in
 * the object {@code target}, or as cppdbg does it, by {@code debugServerPath} and its kin.
 *
 * @param command the server's file and its arguments
 * @param directory its working directory
 * @param environment variables that are set on top of the adapter's own; one whose value is null is unset
 * @param listens matches what the server prints when it listens; its first group, if it has one, is the port. Null if the port is known: GDB then tries
 *     to connect until the server listens
 * @param patience how long the server may take to print that
 * @param delay the time between that and the connection
 * @param ends whether the server is ended with the session
 */
public record StubServer(
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Pattern listens,
        Duration patience,
        Duration delay,
        boolean ends) {
    static final List<String> MEMBERS = List.of(
            "server",
            "serverParameters",
            "serverPortRegExp",
            "serverStartupDelay",
            "portDetectionTimeout",
            "automaticallyKillServer",
            "cwd",
            "environment");

    private static final String GDBSERVER_LISTENS = "Listening on port ([0-9]+)";
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int HOUR_MILLIS = 60 * 60 * 1000;

    /**
     * If {@code target} names no server, gdbserver runs {@code program}, which is a file and its arguments. {@code environment}: of the launch, which a target may
     * change for its server.
     */
    static Optional<StubServer> read(
            Attributes attributes,
            RemoteAddress address,
            List<String> program,
            Path cwd,
            Map<String, String> environment) {
        Optional<StubServer> ofCppdbg = ofCppdbg(attributes, cwd, environment);
        return attributes
                .object("target")
                .filter(target -> target.has("server") || target.has("serverParameters") || address.awaitsPort())
                .map(target -> ofTarget(target, address, program, cwd, environment))
                .or(() -> ofCppdbg);
    }

    private static StubServer ofTarget(
            Attributes target, RemoteAddress address, List<String> program, Path cwd, Map<String, String> environment) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(target.environment("environment"));
        List<String> command = new ArrayList<>(
                List.of(target.pathHere("server").map(file -> file(cwd, file)).orElse("gdbserver")));
        command.addAll(target.has("serverParameters") ? target.texts("serverParameters") : toRun(program));
        String listens = target.text("serverPortRegExp").orElse(GDBSERVER_LISTENS);
        return new StubServer(
                command,
                target.pathHere("cwd").map(cwd::resolve).orElse(cwd),
                all,
                address.awaitsPort() ? pattern("target.serverPortRegExp", listens) : null,
                millis(target, "portDetectionTimeout", PATIENCE_MILLIS),
                millis(target, "serverStartupDelay", 0),
                target.flagOr(true, "automaticallyKillServer"));
    }

    private static List<String> toRun(List<String> program) {
        if (program.isEmpty()) {
            throw new UserError(
                    "The 'target' names neither a 'port' or 'parameters' nor 'serverParameters' of a server that"
                            + " is to be started, and there is no 'program' to launch that a gdbserver could run.");
        }
        List<String> arguments = new ArrayList<>(List.of("--once", "localhost:0"));
        arguments.addAll(program);
        return arguments;
    }

    /** cppdbg looks for the pattern in the stream that is chosen; here it is looked for in both. */
    private static Optional<StubServer> ofCppdbg(Attributes attributes, Path cwd, Map<String, String> environment) {
        Optional<String> path = attributes.pathHere("debugServerPath");
        List<String> arguments = attributes.words("debugServerArgs");
        Optional<String> listens = attributes.text("serverStarted");
        Duration patience = millis(attributes, "serverLaunchTimeout", PATIENCE_MILLIS);
        attributes.flag("filterStdout");
        attributes.flag("filterStderr");
        return path.map(file -> {
            List<String> command = new ArrayList<>(List.of(file(cwd, file)));
            command.addAll(arguments);
            Pattern pattern =
                    listens.map(text -> pattern("serverStarted", text)).orElse(null);
            return new StubServer(command, cwd, environment, pattern, patience, Duration.ZERO, true);
        });
    }

    /** How messages call it. */
    public String name() {
        return "'" + command.get(0) + "'";
    }

    /** The name of its file. */
    public String fileName() {
        return Path.of(command.get(0)).getFileName().toString();
    }

    /** A name without a slash is looked for in PATH. */
    private static String file(Path cwd, String text) {
        return text.contains("/") ? cwd.resolve(text).normalize().toString() : text;
    }

    private static Duration millis(Attributes attributes, String name, int otherwise) {
        return Duration.ofMillis(attributes.number(name, 0, HOUR_MILLIS).orElse(otherwise));
    }

    private static Pattern pattern(String name, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException malformed) {
            throw new UserError(
                    "The attribute '" + name + "' is no regular expression: " + malformed.getDescription() + ".",
                    malformed);
        }
    }
}
