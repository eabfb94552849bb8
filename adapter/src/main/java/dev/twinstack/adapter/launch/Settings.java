package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import dev.twinstack.adapter.launch.attributes.CodeRule;
import dev.twinstack.adapter.launch.attributes.Pipes;
import dev.twinstack.adapter.launch.attributes.UnknownAttributes;
import dev.twinstack.mi.GdbPipe;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The attributes that every kind of session takes.
 *
 * @param pipe what GDB is started through when it runs on another machine, of which all paths of the program are then; or null
 * @param cwd what a relative path is relative to
 * @param gdb path of GDB, or null for {@code gdb} of PATH
 * @param gdbArgs further arguments for it
 * @param commands the user's own commands for GDB
 * @param frameView which frames are shown at first
 * @param evaluationTimeout for how many seconds Python code may run that the user types, or null for the usual number
 * @param maxStringLength characters of a string that are shown, or null for the usual number
 * @param reverseDebugging GDB's method of recording the program ({@code full} or {@code btrace}), or null
 * @param justMyCode whether steps and exceptions of Python are of the user's own code, and not of libraries
 * @param rules which other code is the user's own, and which is not
 * @param nonStop whether a stop is of its thread alone, while the others run (GDB: {@code non-stop})
 * @param following which children are debugged, too
 * @param logFile where the GDB/MI transcript goes, or null
 * @param warnings sentences about attributes that mean nothing here
 */
public record Settings(
        GdbPipe pipe,
        Path cwd,
        String gdb,
        List<String> gdbArgs,
        GdbCommands commands,
        List<SourceMap.Entry> sourceMap,
        FrameView frameView,
        Integer evaluationTimeout,
        Integer maxStringLength,
        String reverseDebugging,
        boolean justMyCode,
        List<CodeRule> rules,
        boolean nonStop,
        Following following,
        Path logFile,
        List<String> warnings) {
    /** What the helpers take at most, so that a page of variables stays a page. */
    private static final int LONGEST_STRING = 100_000;

    private static final int DAY_SECONDS = 24 * 60 * 60;

    /** To be read last: a name that nobody has asked for until then is unknown. */
    static Settings read(Attributes attributes) {
        Path cwd = directory(attributes);
        String gdb = attributes
                .path("gdb", "miDebuggerPath", "gdbpath")
                .map(text -> Pipes.isWanted(attributes) ? text : command(cwd, text))
                .orElseGet(() -> Pipes.debuggerPath(attributes));
        attributes
                .text("MIMode")
                .filter(mode -> !mode.equals("gdb"))
                .ifPresent(mode -> attributes.remark(
                        "The attribute 'MIMode' has no effect here: the debugger is GDB, not " + mode + "."));
        return new Settings(
                Pipes.read(attributes),
                cwd,
                gdb,
                gdbArgs(attributes),
                GdbCommands.read(attributes),
                attributes.sourceMap("sourceMap", "sourceFileMap", "pathMappings", "substitutePath"),
                FrameView.read(attributes),
                attributes.number("evaluationTimeout", 1, DAY_SECONDS).orElse(null),
                attributes.number("maxStringLength", 1, LONGEST_STRING).orElse(null),
                reverseDebugging(attributes),
                attributes.flagOr(true, "justMyCode"),
                attributes.codeRules("rules"),
                nonStop(attributes),
                Following.read(attributes),
                logFile(attributes),
                warnings(attributes));
    }

    private static List<String> warnings(Attributes attributes) {
        return Stream.concat(attributes.remarks().stream(), UnknownAttributes.warnings(attributes).stream())
                .toList();
    }

    private static List<String> gdbArgs(Attributes attributes) {
        return attributes.words("gdbArgs", "miDebuggerArgs", "gdbArguments");
    }

    private static Path logFile(Attributes attributes) {
        return attributes
                .pathHere("logFile")
                .map(file -> resolve(directoryHere(attributes), "logFile", file))
                .orElse(null);
    }

    /** GDB's own adapter has two names, for the program's first instruction and the beginning of {@code main}; here it is one place, and either name asks for it. */
    static boolean stopOnEntry(Attributes attributes) {
        boolean inMain = attributes.flag("stopAtBeginningOfMainSubprogram");
        return attributes.flag("stopOnEntry", "stopAtEntry") || inMain;
    }

    /** True stands for {@code full}. */
    static String reverseDebugging(Attributes attributes) {
        String wanted = attributes.text("reverseDebugging").orElse("false");
        return switch (wanted) {
            case "false" -> null;
            case "true", "full" -> "full";
            case "btrace" -> wanted;
            default ->
                throw new UserError("The attribute 'reverseDebugging' must be true, false, \"full\" or \"btrace\", but"
                        + " it is '" + wanted + "'.");
        };
    }

    private static boolean nonStop(Attributes attributes) {
        boolean wanted = attributes.flag("nonStop", "gdbNonStop");
        if (wanted && reverseDebugging(attributes) != null) {
            throw new UserError("GDB records all threads or none; set only one of 'nonStop' and 'reverseDebugging'.");
        }
        if (wanted && attributes.flag("subProcess")) {
            throw new UserError(
                    "Children are held only where all threads of their parent stop together; set only one of"
                            + " 'nonStop' and 'subProcess'.");
        }
        return wanted;
    }

    /** These settings, for a target whose threads only run and stand together. Throws {@link UserError} when {@code nonStop} is wanted; {@code what} names the target. */
    Settings ofAllThreads(String what) {
        if (nonStop) {
            throw new UserError(
                    "The threads of " + what + " cannot stand and run each for itself; leave 'nonStop' out.");
        }
        return this;
    }

    /** What the relative path of a file of this machine is relative to. */
    static Path directoryHere(Attributes attributes) {
        return Pipes.isWanted(attributes) ? Path.of("").toAbsolutePath() : directory(attributes);
    }

    /** What a relative path of the program is relative to. Throws {@link UserError} when it is not there. */
    static Path directory(Attributes attributes) {
        if (Pipes.isWanted(attributes)) { // its default is where the pipe begins
            return resolve(Path.of(""), "cwd", attributes.path("cwd").orElse(""));
        }
        Path cwd = resolve(
                Path.of("").toAbsolutePath(), "cwd", attributes.path("cwd").orElse(""));
        if (!Files.isDirectory(cwd)) {
            throw new UserError(
                    "The working directory '" + cwd + (Files.exists(cwd) ? "' is no folder" : "' does not exist")
                            + "; correct 'cwd' in the launch configuration.");
        }
        return cwd;
    }

    private static Path resolve(Path base, String name, String text) {
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException malformed) {
            throw new UserError("The attribute '" + name + "' is no path: " + malformed.getMessage() + ".", malformed);
        }
    }

    /** A command without a slash is looked for in PATH; any other is a path. */
    private static String command(Path cwd, String text) {
        return text.contains("/") ? resolve(cwd, "gdb", text).toString() : text;
    }
}
