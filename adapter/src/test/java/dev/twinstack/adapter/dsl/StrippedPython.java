package dev.twinstack.adapter.dsl;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A copy of a Python without any symbol that the loader does not need. */
final class StrippedPython {
    private static final Map<Python, Python> MADE = new ConcurrentHashMap<>();

    private StrippedPython() {}

    static Python of(Python python) {
        return MADE.computeIfAbsent(python, StrippedPython::strip);
    }

    private static Python strip(Python python) {
        Path prefix = python.executable().getParent().getParent();
        String name = python.executable().getFileName().toString();
        String library = "lib" + name + ".so.1.0";
        Path copy = ScratchDirectory.create("stripped");
        strip(python.executable(), copy.resolve(name));
        strip(prefix.resolve("lib").resolve(library), copy.resolve(library));
        Map<String, String> environment = Map.of("LD_LIBRARY_PATH", copy.toString(), "PYTHONHOME", prefix.toString());
        return new Python(python.label() + "-stripped", copy.resolve(name), environment);
    }

    private static void strip(Path from, Path to) {
        Commands.run("strip", "--strip-all", "-o", to.toString(), from.toString());
    }
}
