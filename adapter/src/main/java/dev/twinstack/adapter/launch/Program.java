package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.core.Processor;
import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the process to start for what the launch request names: a native program, or an interpreter with a Python file, module or code. */
public final class Program {
    /** A source that a compiler reads. */
    private static final Pattern COMPILED = Pattern.compile("[.](c|cc|cpp|cxx|h|hpp|rs|pyx|pxd)$");

    private Program() {}

    /** What the user calls it. */
    public static String name(Launch launch) {
        if (launch.module() != null) {
            return launch.module();
        }
        if (launch.code() != null) {
            return "python -c";
        }
        return launch.cwd().resolve(launch.program()).normalize().getFileName().toString();
    }

    /** Throws {@link UserError} when there is no such program, or when it is neither Python nor an ELF executable. */
    public static Debuggee of(Launch launch) {
        if (launch.module() != null) {
            return python(launch, List.of("-m", launch.module()));
        }
        if (launch.code() != null) {
            return python(launch, List.of("-c", launch.code()));
        }
        Path program = launch.cwd().resolve(launch.program()).normalize();
        if (!Files.exists(program)) {
            throw new UserError(
                    "The program '" + program + "' does not exist; correct 'program' in the launch configuration.");
        }
        if (Executables.isElf(program)) {
            return new Debuggee(launch.cwd(), executable(program), launch.args(), launch.shellArgs(), false);
        }
        if (Files.isDirectory(program) && !Files.exists(program.resolve("__main__.py"))) {
            throw new UserError("The program '" + program + "' is a folder without '__main__.py', so that Python cannot"
                    + " run it; name a file.");
        }
        if (COMPILED.matcher(program.toString()).find()) {
            throw new UserError(
                    "The program '" + program + "' is no source of Python's; name the Python file that imports"
                            + " what is built from it, or the program itself.");
        }
        if (!isPython(program, launch)) {
            throw new UserError("The program '" + program + "' is neither a Python file nor an ELF executable;"
                    + " name its interpreter as 'program' and the file in 'args'.");
        }
        return python(launch, List.of(program.toString()));
    }

    /**
     * The same for a program of another machine, whose files were looked for there; {@code directory} and {@code isPython} as in {@link Debuggee}.
     *
     * @param executable the native program, or the interpreter
     * @param file the Python file that the interpreter runs; null for a native program, a module or code
     */
    public static Debuggee elsewhere(Launch launch, Path directory, Path executable, String file, boolean isPython) {
        if (!isPython) {
            return new Debuggee(directory, executable, launch.args(), launch.shellArgs(), false);
        }
        if (launch.module() != null) {
            return python(launch, directory, executable, List.of("-m", launch.module()));
        }
        return python(launch, directory, executable, file == null ? List.of("-c", launch.code()) : List.of(file));
    }

    private static Debuggee python(Launch launch, List<String> target) {
        Path interpreter = Executables.pythonInterpreter(launch.python(), launch.cwd(), launch.environment());
        return python(launch, launch.cwd(), interpreter, target);
    }

    private static Debuggee python(Launch launch, Path directory, Path interpreter, List<String> target) {
        List<String> arguments = new ArrayList<>(launch.pythonArgs());
        arguments.addAll(target);
        arguments.addAll(launch.args());
        return new Debuggee(directory, interpreter, arguments, launch.shellArgs(), true);
    }

    private static Path executable(Path program) {
        if (!Files.isExecutable(program)) {
            throw new UserError("The program '" + program + "' is not executable; run 'chmod +x' on it.");
        }
        Processor.of(program).filter(other -> !other.equals(Processor.own())).ifPresent(other -> {
            throw new UserError("The program '" + program + "' is built for " + other + ", and this machine is "
                    + Processor.own() + "; name one that was built for it, or debug it where it runs, as a 'target'.");
        });
        return program;
    }

    private static boolean isPython(Path program, Launch launch) {
        String name = program.getFileName().toString();
        return launch.python() != null
                || name.endsWith(".py")
                || name.endsWith(".pyw")
                || name.endsWith(".pyz")
                || Files.isDirectory(program)
                || Executables.isForPython(program);
    }
}
