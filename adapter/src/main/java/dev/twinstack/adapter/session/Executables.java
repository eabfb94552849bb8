package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What kind of file an executable is, and where PATH has it. */
final class Executables {
    private static final byte[] ELF_MAGIC = {0x7f, 'E', 'L', 'F'};
    private static final int SHEBANG_LIMIT = 256;
    private static final int ASK_SECONDS = 10;

    private Executables() {}

    static boolean isElf(Path file) {
        return Arrays.equals(head(file, ELF_MAGIC.length), ELF_MAGIC);
    }

    /** The first line of a script that begins with {@code #!}, or an empty text. */
    static String shebang(Path file) {
        String head = new String(head(file, SHEBANG_LIMIT), StandardCharsets.UTF_8);
        return head.startsWith("#!") ? head.lines().findFirst().orElse("") : "";
    }

    /**
     * The ELF executable of an interpreter. A script (such as a version manager's shim) is asked for {@code sys.executable}; a link of a
     * virtual environment is kept as it is, because the interpreter finds its environment by that path.
     *
     * @param wanted a path, a name to look for in PATH, or null for {@code python3}
     */
    static Path pythonInterpreter(String wanted, Path cwd) {
        String name = wanted == null ? "python3" : wanted;
        Path found = find(name, cwd)
                .orElseThrow(() -> new UserError("The Python interpreter '" + name
                        + "' was not found; set 'python' in the launch configuration to the path of one."));
        Path interpreter = isElf(found) ? found : askForExecutable(found);
        if (!isElf(interpreter)) {
            throw new UserError("The Python interpreter '" + interpreter
                    + "' is not an ELF executable, which is what GDB can debug;"
                    + " set 'python' in the launch configuration to the interpreter itself.");
        }
        return interpreter;
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

    private static Path askForExecutable(Path script) {
        List<String> command = List.of(script.toString(), "-c", "import sys; print(sys.executable)");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(ASK_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new UserError(
                        "'" + script + "' did not say within " + ASK_SECONDS
                                + " seconds which Python it starts; set 'python' in the launch configuration to the interpreter itself.");
            }
            return Path.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException failure) {
            throw new UserError(
                    "'" + script + "' could not be run (" + failure.getMessage() + "); correct 'python'.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UserError("The session is ending.", interrupted);
        }
    }

    private static byte[] head(Path file, int size) {
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(size);
        } catch (IOException unreadable) {
            throw new UserError(
                    "'" + file + "' cannot be read (" + unreadable.getMessage() + "); check its permissions.",
                    unreadable);
        }
    }
}
