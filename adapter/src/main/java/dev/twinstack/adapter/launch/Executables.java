package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What kind of file an executable is, and where PATH has it. */
public final class Executables {
    private static final byte[] ELF_MAGIC = {0x7f, 'E', 'L', 'F'};
    private static final int SHEBANG_LIMIT = 256;
    private static final int ASK_SECONDS = 5;

    private Executables() {}

    public static boolean isElf(Path file) {
        return Arrays.equals(head(file, ELF_MAGIC.length), ELF_MAGIC);
    }

    /** The beginning of a sentence about a file that {@link #isElf} refuses. */
    public static String notElf(Path file) {
        return "'" + file + (Files.exists(file) ? "' is no ELF executable" : "' does not exist");
    }

    /** Whether a path whose name does not tell what it is leads to a script for a Python. */
    public static boolean isPythonScript(String path) {
        boolean isTold = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        return !isTold && path.indexOf(0) < 0 && isForPython(Path.of(path));
    }

    /** Whether a file is a script that begins with {@code #!} and a Python. */
    static boolean isForPython(Path file) {
        String head = new String(head(file, SHEBANG_LIMIT), StandardCharsets.UTF_8);
        return head.startsWith("#!") && head.lines().findFirst().orElse("").contains("python");
    }

    /**
     * The ELF executable of an interpreter. A script (such as a version manager's shim) is asked for {@code sys.executable}, and so is what is not
     * called Python, as any other program would take the file for something else; a link of a virtual environment is kept as it is, because the
     * interpreter finds its environment by that path.
     *
     * @param wanted a path, a name to look for in PATH, or null for {@code python3}
     */
    static Path pythonInterpreter(String wanted, Path cwd, Map<String, String> environment) {
        String name = wanted == null ? "python3" : wanted;
        Path found = find(name, cwd)
                .orElseThrow(() -> new UserError("The Python interpreter '" + name
                        + (leadsSomewhere(name, cwd) ? "' is no executable file" : "' was not found")
                        + "; set 'python' in the launch configuration to the path of one."));
        Path interpreter = isCalledPython(found) ? found : askForExecutable(found, cwd, environment);
        if (!isElf(interpreter)) {
            throw new UserError("The Python interpreter '" + interpreter
                    + "' is not an ELF executable, which is what GDB can debug;"
                    + " set 'python' in the launch configuration to the interpreter itself.");
        }
        return interpreter;
    }

    private static boolean isCalledPython(Path file) {
        return isElf(file) && file.getFileName().toString().contains("python");
    }

    private static Optional<Path> find(String name, Path cwd) {
        Stream<Path> candidates = name.contains("/")
                ? Stream.of(cwd.resolve(name))
                : Stream.of(System.getenv()
                                .getOrDefault("PATH", "/usr/bin:/bin")
                                .split(":"))
                        .map(directory -> Path.of(directory, name));
        return candidates
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Whether a path leads somewhere; a name that PATH is searched for leads nowhere by itself. */
    private static boolean leadsSomewhere(String name, Path cwd) {
        return name.contains("/") && Files.exists(cwd.resolve(name));
    }

    /** Version managers choose by directory and environment, which are therefore those of the program. */
    private static Path askForExecutable(Path script, Path cwd, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "-c", "import sys; print(sys.executable)")
                .directory(cwd.toFile())
                .redirectErrorStream(true);
        Environment.change(builder, environment);
        try {
            return answer(script, builder.start());
        } catch (IOException failure) {
            throw new UserError(
                    "'" + script + "' could not be run (" + failure.getMessage() + "); correct 'python'.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UserError("The session is ending.", interrupted);
        }
    }

    private static Path answer(Path script, Process asked) throws IOException, InterruptedException {
        asked.getOutputStream().close();
        if (!asked.waitFor(ASK_SECONDS, TimeUnit.SECONDS)) {
            asked.destroyForcibly();
            throw new UserError(
                    "'" + script + "' did not say within " + ASK_SECONDS
                            + " seconds which Python it starts; set 'python' in the launch configuration to the interpreter itself.");
        }
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String last = said.substring(said.lastIndexOf('\n') + 1);
        if (asked.exitValue() != 0 || !last.startsWith("/")) {
            throw new UserError("'" + script + "' does not start a Python (it says: " + last
                    + "); set 'python' in the launch configuration to the interpreter itself.");
        }
        return Path.of(last);
    }

    private static byte[] head(Path file, int size) {
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(size);
        } catch (IOException unreadable) {
            throw new UserError(
                    "'" + file + "' cannot be read (" + UserError.reason(unreadable) + "); check its permissions.",
                    unreadable);
        }
    }
}
