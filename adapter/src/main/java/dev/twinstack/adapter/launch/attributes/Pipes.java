package dev.twinstack.adapter.launch.attributes;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.GdbPipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shapes of the pipe through which GDB is reached when it runs elsewhere: a list of words, a text that is split into words, or cppdbg's
 * object {@code pipeTransport}. Its paths are paths of this machine, except {@code debuggerPath}.
 */
public final class Pipes {
    static final String[] NAMES = {"pipe", "pipeTransport"};

    /** {@code quoteArgs} changes nothing, as nothing that is sent needs quotes. */
    private static final Set<String> MEMBERS =
            Set.of("pipeProgram", "pipeArgs", "pipeCwd", "pipeEnv", "quoteArgs", "debuggerPath");

    private Pipes() {}

    /** Null when GDB runs on this machine. */
    public static GdbPipe read(Attributes attributes) {
        return attributes.find(NAMES).map(Pipes::pipe).orElse(null);
    }

    /** Whether GDB runs elsewhere, so that paths of the program are no paths of this machine. */
    public static boolean isWanted(Attributes attributes) {
        return attributes.find(NAMES).isPresent();
    }

    /** The GDB that cppdbg's shape names, or null. */
    public static String debuggerPath(Attributes attributes) {
        return attributes
                .find(NAMES)
                .filter(Attribute::isObject)
                .map(pipe -> text(pipe, "debuggerPath"))
                .orElse(null);
    }

    private static GdbPipe pipe(Attribute pipe) {
        return pipe.isObject() ? ofObject(pipe) : new GdbPipe(required(pipe.name(), words(pipe)), null, Map.of());
    }

    private static GdbPipe ofObject(Attribute pipe) {
        pipe.members().stream()
                .filter(member -> !MEMBERS.contains(member))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new UserError("The attribute '" + pipe.name() + "' has the member '" + unknown
                            + "', which Twinstack does not know; it takes 'pipeProgram', 'pipeArgs', 'pipeCwd', 'pipeEnv' and"
                            + " 'debuggerPath'.");
                });
        List<String> command = new ArrayList<>();
        String program = HomeDirectory.writtenOut(text(pipe, "pipeProgram"));
        if (program != null) {
            command.add(program);
            command.addAll(pipe.findMember("pipeArgs").map(Pipes::words).orElse(List.of()));
        }
        String directory = HomeDirectory.writtenOut(text(pipe, "pipeCwd"));
        return new GdbPipe(
                required(pipe.name(), command),
                directory == null || directory.isEmpty() ? null : Path.of(directory),
                pipe.findMember("pipeEnv").map(EnvironmentShapes::read).orElse(Map.of()));
    }

    private static String text(Attribute pipe, String member) {
        return pipe.findMember(member).map(Attribute::text).orElse(null);
    }

    private static List<String> words(Attribute words) {
        if (words.isList()) {
            return words.texts();
        }
        if (!words.isString()) {
            throw new UserError("The attribute '" + words.name() + "' must be a list of words or a text, but it is "
                    + words.value() + ".");
        }
        return ShellWords.of(words.name(), words.text());
    }

    private static List<String> required(String name, List<String> command) {
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new UserError("The attribute '" + name + "' must name the command that reaches the machine where GDB"
                    + " is to run, as [\"ssh\", \"-T\", \"host\"] or {\"pipeProgram\": \"ssh\", \"pipeArgs\": […]}.");
        }
        return command;
    }
}
