package dev.twinstack.adapter.session;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a launch request asks for, checked.
 *
 * @param program a Python file or a native program, or null
 * @param module name of a Python module, as for {@code python -m}, or null
 * @param code Python source, as for {@code python -c}, or null
 * @param python the interpreter, or null for {@code python3} of PATH
 * @param environment what is set ({@code null} value: unset) on top of the adapter's own environment
 * @param gdb path of GDB, or null for {@code gdb} of PATH
 * @param maxStringLength characters of a string that are shown, or null for the usual number
 * @param logFile where the GDB/MI transcript goes, or null
 * @param debugging false for {@code noDebug}, with which a program runs and stops at no breakpoint
 * @param warnings sentences about attributes that mean nothing here
 */
public record LaunchArguments(
        String program,
        String module,
        String code,
        String python,
        List<String> pythonArgs,
        List<String> args,
        Path cwd,
        Map<String, String> environment,
        boolean stopOnEntry,
        String gdb,
        List<SourceMap.Entry> sourceMap,
        Integer maxStringLength,
        Path logFile,
        boolean debugging,
        List<String> warnings) {
    /** What the helpers take at most, so that a page of variables stays a page. */
    private static final int LONGEST_STRING = 100_000;

    /** Reads and checks the attributes. Throws {@link UserError} for a contradiction, a wrong type, or a directory that is not there. */
    public static LaunchArguments read(JsonObject json) {
        Attributes attributes = new Attributes(json);
        Path cwd =
                path(Path.of("").toAbsolutePath(), "cwd", attributes.text("cwd").orElse(""));
        Map<String, String> environment = new LinkedHashMap<>(attributes.environment("environment"));
        environment.putAll(attributes.environment("env"));
        LaunchArguments read = new LaunchArguments(
                attributes.text("program").orElse(null),
                attributes.text("module").orElse(null),
                attributes.text("code").orElse(null),
                attributes.text("python").orElse(null),
                attributes.texts("pythonArgs"),
                attributes.texts("args", "arguments"),
                cwd,
                environment,
                attributes.flag("stopOnEntry", "stopAtEntry"),
                attributes
                        .text("gdb", "miDebuggerPath", "gdbpath")
                        .map(gdb -> command(cwd, gdb))
                        .orElse(null),
                attributes.sourceMap("sourceMap", "sourceFileMap", "pathMappings", "substitutePath"),
                attributes.number("maxStringLength", 1, LONGEST_STRING).orElse(null),
                attributes
                        .text("logFile")
                        .map(file -> path(cwd, "logFile", file))
                        .orElse(null),
                !attributes.flag("noDebug"),
                UnknownAttributes.warnings(attributes));
        return read.checked();
    }

    private static Path path(Path base, String name, String text) {
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException malformed) {
            throw new UserError(
                    "The launch attribute '" + name + "' is no path: " + malformed.getMessage() + ".", malformed);
        }
    }

    /** A command without a slash is looked for in PATH; any other is a path. */
    private static String command(Path cwd, String text) {
        return text.contains("/") ? path(cwd, "gdb", text).toString() : text;
    }

    private LaunchArguments checked() {
        long targets = List.of(program != null, module != null, code != null).stream()
                .filter(given -> given)
                .count();
        if (targets != 1) {
            throw new UserError("A launch needs exactly one of 'program', 'module' and 'code', but " + targets
                    + " are given; keep the one to debug.");
        }
        if (!Files.isDirectory(cwd)) {
            throw new UserError(
                    "The working directory '" + cwd + "' does not exist; correct 'cwd' in the launch configuration.");
        }
        return this;
    }
}
