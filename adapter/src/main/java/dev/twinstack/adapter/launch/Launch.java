package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import dev.twinstack.adapter.launch.attributes.UnknownAttributes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program to start.
 *
 * @param program a Python file or a native program, or null
 * @param module name of a Python module, as for {@code python -m}, or null
 * @param code Python source, as for {@code python -c}, or null
 * @param python the interpreter, or null for {@code python3} of PATH
 * @param args arguments that arrive as they are
 * @param shellArgs further arguments as one text, from which a shell makes words and redirections (GDB: {@code set args}); or empty
 * @param environment what is set ({@code null} value: unset) on top of the adapter's own environment
 * @param streams the files that take the place of its terminal
 * @param console where the terminal is
 * @param title of a terminal that the client opens, or null for the program's name
 * @param debugging false for {@code noDebug}, with which a program runs and stops at no breakpoint
 */
public record Launch(
        String program,
        String module,
        String code,
        String python,
        List<String> pythonArgs,
        List<String> args,
        String shellArgs,
        Map<String, String> environment,
        StandardStreams streams,
        Console console,
        String title,
        boolean stopOnEntry,
        boolean debugging,
        Settings settings)
        implements LaunchArguments {
    /** For a recording: GDB cannot record AVX and XSAVE. The C library is to choose functions without them, and to bind all symbols at the start (glibc 2.33 on). */
    private static final Map<String, String> RECORDABLE = Map.of(
            "LD_BIND_NOW",
            "1",
            "GLIBC_TUNABLES",
            "glibc.cpu.hwcaps=-AVX,-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-XSAVE,-XSAVEC,-ERMS");

    /** An argument that a shell would take for the beginning of a redirection. */
    private static final Pattern REDIRECTION = Pattern.compile("[0-2]?(<|>|>>)");

    static Launch read(Attributes attributes) {
        Path cwd = Settings.directory(attributes);
        List<String> python = attributes.textOrTexts("python", "pythonPath");
        String args = List.of("args", "arguments").stream()
                .filter(attributes::isText)
                .findFirst()
                .orElse(null);
        Launch read = new Launch(
                attributes.path("program").orElse(null),
                attributes.text("module").orElse(null),
                code(attributes),
                python.isEmpty() ? null : attributes.ofProgram(python.get(0)),
                Stream.concat(python.stream().skip(1), attributes.texts("pythonArgs").stream())
                        .toList(),
                args == null ? intact(attributes) : List.of(),
                args == null ? "" : forShell(args, attributes.text(args).orElse("")),
                environment(attributes, Settings.directoryHere(attributes)),
                StandardStreams.read(attributes, cwd),
                Console.read(attributes),
                attributes.text("consoleTitle", "consoleName").orElse(null),
                Settings.stopOnEntry(attributes),
                !attributes.flag("noDebug"),
                Settings.read(attributes));
        return read.checked(attributes);
    }

    /** One text or, as debugpy takes it, a list of lines; null when absent. */
    private static String code(Attributes attributes) {
        List<String> lines = attributes.textOrTexts("code");
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static List<String> intact(Attributes attributes) {
        List<String> args = attributes.texts("args", "arguments");
        args.stream()
                .filter(REDIRECTION.asMatchPredicate())
                .findFirst()
                .ifPresent(
                        sign -> attributes.remark(
                                "The argument '" + sign + "' reaches the program as it is; files for"
                                        + " its standard streams are named by 'stdio', or write 'args' as one text for a shell."));
        return args;
    }

    private static String forShell(String name, String text) {
        if (text.matches("(?s).*[\\n\\r].*")) {
            throw new UserError(
                    "The attribute '" + name + "', of which a shell makes the program's arguments, must be one"
                            + " line; write it as a list to pass line breaks on.");
        }
        return text.strip();
    }

    static Map<String, String> environment(Attributes attributes, Path cwd) {
        Map<String, String> environment = new LinkedHashMap<>();
        attributes
                .pathHere("envFile")
                .ifPresent(file -> environment.putAll(EnvironmentFile.read(cwd.resolve(file), attributes::remark)));
        environment.putAll(attributes.environment("environment"));
        environment.putAll(attributes.environment("env"));
        if (Settings.reverseDebugging(attributes) != null) {
            RECORDABLE.forEach(environment::putIfAbsent);
        }
        return environment;
    }

    @Override
    public String breakpointRefusal() {
        return debugging ? null : "The program runs without debugging.";
    }

    private Launch checked(Attributes attributes) {
        long targets = List.of(program != null, module != null, code != null).stream()
                .filter(given -> given)
                .count();
        if (targets != 1) {
            throw new UserError("A launch needs exactly one of 'program', 'module' and 'code', but "
                    + (targets == 0 ? "none is given; name the one" : targets + " are given; keep the one")
                    + " to debug."
                    + UnknownAttributes.meant(attributes, List.of("program", "module", "code", "python")));
        }
        return this;
    }
}
