package dev.twinstack.mi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts the program GDB, and words what can go wrong with that. */
final class GdbLaunch {
    private GdbLaunch() {}

    /** {@code gdb -nx -q --interpreter=…}: no init files, no banner. */
    static List<String> command(GdbOptions options, String interpreter) {
        List<String> command = new ArrayList<>(List.of(options.program(), "-nx", "-q", "--interpreter=" + interpreter));
        command.addAll(options.arguments());
        return command;
    }

    /** Starts it on this machine. */
    static Process start(GdbOptions options, String interpreter) {
        if (options.directory() != null && !Files.isDirectory(options.directory())) {
            throw new GdbUnavailableException(
                    "GDB cannot be started in " + options.directory() + ", because there is no such directory.");
        }
        ProcessBuilder builder = new ProcessBuilder(InheritedSignals.unblocked(command(options, interpreter)));
        if (options.directory() != null) {
            builder.directory(options.directory().toFile());
        }
        Environment.change(builder, options.environment());
        if (options.pythonAside()) {
            putAside(builder.environment());
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GdbUnavailableException(notStarted(options, e), e);
        }
    }

    /** The file that a program is, with the real path of its folder; the name alone where that cannot be told. A link keeps its own name: programs may go by it. */
    static Path file(String program) {
        Stream<Path> folders =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
        return (program.contains("/") ? Stream.of(Path.of(program)) : folders.map(folder -> folder.resolve(program)))
                .filter(file -> file.isAbsolute() && Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst()
                .flatMap(GdbLaunch::inRealFolder)
                .orElse(Path.of(program));
    }

    private static Optional<Path> inRealFolder(Path file) {
        try {
            return Optional.of(file.getParent().toRealPath().resolve(file.getFileName()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void putAside(Map<String, String> environment) {
        for (String name : List.copyOf(environment.keySet())) {
            if (name.startsWith("PYTHON") && name.matches("[A-Z0-9_]*")) {
                environment.put(GdbOptions.ASIDE + name, environment.remove(name));
            }
        }
    }

    private static String notStarted(GdbOptions options, IOException cause) {
        String where = options.gdb() == null
                ? "There is no 'gdb' on PATH that can be started"
                : "The GDB '" + options.gdb() + "' cannot be started";
        String why = cause.getMessage().replaceFirst("^Cannot run program .*error=\\d+, ", ""); // as Java says it
        return where + " (" + why + "). Install GDB (the package gdb of your distribution), or set"
                + " \"gdb\" to the path of one.";
    }

    static GdbUnavailableException silent(GdbOptions options) {
        return new GdbUnavailableException("The program '" + options.program()
                + "' was started, but did not answer as GDB"
                + " does within " + options.answerTimeout().toMillis() + " ms. Check that it is GDB, and that it starts"
                + " by hand.");
    }
}
