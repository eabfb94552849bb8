package dev.twinstack.adapter.dsl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Builds programs with debug information, each once in a test run. */
final class CCompiler {
    private static final Map<List<Object>, Path> BUILT = new ConcurrentHashMap<>();

    private CCompiler() {}

    /** The program's C or C++ files as one executable. */
    static Path executable(TestProgram program, String... options) {
        return BUILT.computeIfAbsent(List.of(program, List.of(options)), key -> buildExecutable(program, options));
    }

    /** A directory with an extension module for each C file of the program, for this Python. */
    static Path extensions(TestProgram program, Python python, String... options) {
        return BUILT.computeIfAbsent(
                List.of(program, python, List.of(options)), key -> buildExtensions(program, python, options));
    }

    private static Path buildExecutable(TestProgram program, String... options) {
        Path target = ScratchDirectory.create("program").resolve("program");
        List<Path> cpp = program.filesEndingWith(".cpp");
        List<Path> sources = cpp.isEmpty() ? program.filesEndingWith(".c") : cpp;
        compile(cpp.isEmpty() ? "gcc" : "g++", target, sources, options);
        return target;
    }

    private static Path buildExtensions(TestProgram program, Python python, String... options) {
        Path directory = ScratchDirectory.create("extensions");
        List<String> all = new ArrayList<>(List.of("-shared", "-fPIC", "-I" + python.includeDirectory()));
        all.addAll(List.of(options));
        for (Path source : program.filesEndingWith(".c")) {
            String module = source.getFileName().toString().replace(".c", ".so");
            compile("gcc", directory.resolve(module), List.of(source), all.toArray(String[]::new));
        }
        return directory;
    }

    private static void compile(String compiler, Path target, List<Path> sources, String... options) {
        List<String> command = new ArrayList<>(List.of(compiler, "-g", "-O0", "-pthread"));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", target.toString()));
        sources.forEach(source -> command.add(source.toString()));
        Commands.run(Map.of(), command);
    }
}
