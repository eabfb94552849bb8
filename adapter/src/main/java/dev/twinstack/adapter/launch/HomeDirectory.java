package dev.twinstack.adapter.launch;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The user's home directory, for which {@code ~} stands at the beginning of a path: as in a shell, and as Emacs gives every path below it. */
final class HomeDirectory {
    private static final List<String> PATHS = List.of(
            "cwd",
            "program",
            "python",
            "pythonPath",
            "gdb",
            "miDebuggerPath",
            "gdbpath",
            "envFile",
            "coreFile",
            "coreDumpPath",
            "sysroot",
            "logFile");

    private HomeDirectory() {}

    /** The attributes with their paths written out; behind a pipe they are another machine's, and stay as they are. */
    static JsonObject writtenOut(JsonObject attributes) {
        if (Stream.of(Pipes.NAMES).noneMatch(attributes::has)) {
            PATHS.stream()
                    .filter(name -> beginsAtHome(attributes.get(name)))
                    .forEach(name -> attributes.addProperty(
                            name, path() + attributes.get(name).getAsString().substring(1)));
        }
        return attributes;
    }

    private static boolean beginsAtHome(JsonElement value) {
        return value != null
                && value.isJsonPrimitive()
                && (value.getAsString().equals("~") || value.getAsString().startsWith("~/"));
    }

    /** As the shell has it, which goes by the variable first. */
    private static String path() {
        return Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home"));
    }
}
