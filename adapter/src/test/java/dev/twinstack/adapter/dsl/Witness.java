package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A run of the program {@code witness} in a directory of its own, and what it has written there. */
public final class Witness {
    /** When it records what it sees. */
    public static final List<String> TIMES = List.of("begin", "worked", "end");

    private static final String[] STREAMS = {"/dev/null", "output.txt", "errors.txt"};

    private final Path directory = ScratchDirectory.create("witness");
    private final Launch launch;

    public Witness(Python python) {
        launch = Launch.python("witness", python)
                .args(directory.resolve("records.json").toString(), end().toString())
                .with("cwd", directory.toString())
                .with("stdio", Arrays.asList(STREAMS));
    }

    /** How a debugger launches it. */
    public Launch launch() {
        return launch;
    }

    /** Starts it without a debugger, as from a shell in its directory. */
    public RunningProgram run() {
        String script = "cd \"$0\" && unset OLDPWD && exec \"$@\" <%s >%s 2>%s".formatted((Object[]) STREAMS);
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, directory.toString()));
        command.addAll(RunningProgram.command(launch.arguments()));
        return RunningProgram.start(launch.program(), command, launch.environment());
    }

    /** The file for whose coming it waits before its end. */
    public Path end() {
        return directory.resolve("end");
    }

    /** Whether it waits for that file. */
    public boolean hasWorked() {
        Path output = directory.resolve(STREAMS[1]);
        return java.nio.file.Files.exists(output) && text(output).contains("worked");
    }

    /** All that it has written to its standard output and error. */
    public String written() {
        return text(directory.resolve(STREAMS[1])) + text(directory.resolve(STREAMS[2]));
    }

    /** What is not as in another run, of what it had recorded at one of {@link #TIMES}; each with both values. */
    public Map<String, String> differences(Witness other, String time) {
        Map<String, String> own = recorded(time), others = other.recorded(time), found = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(own.keySet());
        names.addAll(others.keySet());
        for (String name : names) {
            String one = own.getOrDefault(name, "nothing"), another = others.getOrDefault(name, "nothing");
            if (!one.equals(another)) {
                found.put(name, one + " instead of " + another);
            }
        }
        return found;
    }

    private Map<String, String> recorded(String time) {
        Map<String, String> found = new TreeMap<>();
        JsonObject records = Json.parse(text(directory.resolve("records.json")).replace(directory.toString(), "HERE"));
        records.getAsJsonObject(time)
                .asMap()
                .forEach((what, parts) -> parts.getAsJsonObject()
                        .asMap()
                        .forEach((part, value) -> found.put(what + " " + part, value.getAsString())));
        return found;
    }

    private static String text(Path path) {
        try {
            return java.nio.file.Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be read.", e);
        }
    }
}
