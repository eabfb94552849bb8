package dev.twinstack.adapter.dsl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The interpreters of this machine that the tests use. */
public final class Pythons {
    private static final boolean MATRIX = Boolean.getBoolean("twinstack.matrix");
    private static final List<String> MINORS = List.of("3.8", "3.9", "3.10", "3.11", "3.12", "3.13");

    private Pythons() {}

    /** The distribution's Python: a stripped, static executable on Debian. */
    public static Python system() {
        return new Python("system", Path.of("/usr/bin/python3"), Map.of());
    }

    /** The system's Python; in the matrix every Python. */
    public static Stream<Python> usual() {
        return MATRIX ? every() : Stream.of(system());
    }

    /** The system's Python, each pyenv Python with its symbols, and each of those stripped. */
    public static Stream<Python> every() {
        Stream<Python> others = installed().flatMap(python -> Stream.of(python, StrippedPython.of(python)));
        return Stream.concat(Stream.of(system()), others);
    }

    /** A Python that is older than what is supported, where this machine has one. */
    public static Optional<Python> unsupported() {
        return unsupportedOnes().findFirst();
    }

    /** Those that are older than what is supported, the newest first. */
    public static Stream<Python> unsupportedOnes() {
        return Stream.of("3.7", "3.6", "2.7").flatMap(Pythons::installed);
    }

    private static Stream<Python> installed() {
        return MINORS.stream().flatMap(Pythons::installed);
    }

    private static Stream<Python> installed(String minor) {
        Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        String[] names = versions.toFile().list((folder, name) -> name.startsWith(minor + "."));
        return Stream.of(names == null ? new String[0] : names)
                .map(name -> versions.resolve(name).resolve("bin/python" + minor))
                .filter(Files::isExecutable)
                .map(path -> new Python("pyenv-" + minor, path, Map.of()));
    }
}
