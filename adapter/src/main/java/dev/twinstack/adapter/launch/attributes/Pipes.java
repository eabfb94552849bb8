package dev.twinstack.adapter.launch.attributes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
                .filter(found -> found.value().isJsonObject())
                .map(found -> text(found.name(), found.value().getAsJsonObject(), "debuggerPath"))
                .orElse(null);
    }

    private static GdbPipe pipe(Attributes.Found found) {
        JsonElement value = found.value();
        if (value.isJsonObject()) {
            return ofObject(found.name(), value.getAsJsonObject());
        }
        return new GdbPipe(required(found.name(), words(found.name(), value)), null, Map.of());
    }

    private static GdbPipe ofObject(String name, JsonObject pipe) {
        pipe.keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new UserError("The attribute '" + name + "' has the member '" + unknown
                            + "', which Twinstack does not know; it takes 'pipeProgram', 'pipeArgs', 'pipeCwd', 'pipeEnv' and"
                            + " 'debuggerPath'.");
                });
        List<String> command = new ArrayList<>();
        String program = HomeDirectory.writtenOut(text(name, pipe, "pipeProgram"));
        if (program != null) {
            command.add(program);
            command.addAll(pipe.has("pipeArgs") ? words(name + ".pipeArgs", pipe.get("pipeArgs")) : List.of());
        }
        String directory = HomeDirectory.writtenOut(text(name, pipe, "pipeCwd"));
        return new GdbPipe(
                required(name, command),
                directory == null || directory.isEmpty() ? null : Path.of(directory),
                pipe.has("pipeEnv")
                        ? EnvironmentShapes.read(new Attributes.Found(name + ".pipeEnv", pipe.get("pipeEnv")))
                        : Map.of());
    }

    private static String text(String name, JsonObject pipe, String member) {
        return pipe.has(member) && !pipe.get(member).isJsonNull()
                ? Attributes.requireText(name + "." + member, pipe.get(member))
                : null;
    }

    private static List<String> words(String name, JsonElement value) {
        if (value.isJsonArray()) {
            return Attributes.elements(value.getAsJsonArray()).stream()
                    .map(word -> Attributes.requireText(name, word))
                    .toList();
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw new UserError(
                    "The attribute '" + name + "' must be a list of words or a text, but it is " + value + ".");
        }
        return ShellWords.of(name, value.getAsString());
    }

    private static List<String> required(String name, List<String> command) {
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new UserError("The attribute '" + name + "' must name the command that reaches the machine where GDB"
                    + " is to run, as [\"ssh\", \"-T\", \"host\"] or {\"pipeProgram\": \"ssh\", \"pipeArgs\": […]}.");
        }
        return command;
    }
}
