package dev.twinstack.adapter.core;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Where a core file comes from: a file, a compressed file, or systemd's own store, which {@code coredumpctl} alone can open. */
public final class CoreSource {
    private static final String SYSTEMD = "systemd";
    private static final int MAGIC_SIZE = 4;
    private static final long PATIENCE_SECONDS = 60;

    /** Tools by the first bytes of what they have compressed (RFC 1952, RFC 8878, the LZ4 frame format, the .xz file format). */
    private static final Map<String, String> TOOLS =
            Map.of("1f8b", "gzip", "28b52ffd", "zstd", "04224d18", "lz4", "fd377a58", "xz");

    private CoreSource() {}

    /**
     * The plain core file that is meant by {@code wanted}: a path, {@code systemd} (the last one of all) or {@code systemd:WHAT}, WHAT
     * being a process number, a program's name or path as coredumpctl(1) takes them. What must be unpacked goes into {@code directory}.
     * Throws {@link UserError} when there is none, or when the tool for it is missing.
     */
    public static Path find(String wanted, Path cwd, Path directory) {
        Path unpacked = directory.resolve("core");
        if (wanted.equals(SYSTEMD) || wanted.startsWith(SYSTEMD + ":")) {
            List<String> command = new ArrayList<>(List.of("coredumpctl", "-q", "dump"));
            if (wanted.length() > SYSTEMD.length() + 1) {
                command.add(wanted.substring(SYSTEMD.length() + 1));
            }
            return output(command, unpacked, "systemd has no such core file; 'coredumpctl list' shows those it has");
        }
        Path file = cwd.resolve(wanted);
        String tool = toolFor(file);
        return tool == null
                ? file
                : output(List.of(tool, "-dc", file.toString()), unpacked, "the core file may be damaged");
    }

    private static String toolFor(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        StringBuilder magic = new StringBuilder();
        try (InputStream content = Files.newInputStream(file)) {
            for (byte each : content.readNBytes(MAGIC_SIZE)) {
                magic.append(String.format("%02x", each));
            }
        } catch (IOException unreadable) {
            return null; // which the reader of the core file tells in its own words
        }
        return TOOLS.entrySet().stream()
                .filter(tool -> magic.toString().startsWith(tool.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Path output(List<String> command, Path target, String otherwise) {
        Path errors = target.resolveSibling("core.errors");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(target.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw failed(command, "it took longer than " + PATIENCE_SECONDS + " seconds; run it by hand", null);
            }
            if (process.exitValue() != 0 || Files.size(target) == 0) {
                String said =
                        Files.readString(errors, StandardCharsets.ISO_8859_1).strip();
                throw failed(command, said.isEmpty() ? otherwise : said + "; " + otherwise, null);
            }
            return target;
        } catch (IOException notStarted) {
            throw failed(
                    command,
                    "it cannot be run (" + notStarted.getMessage() + "); install it, or bring the plain core file",
                    notStarted);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UserError("The session is ending.", interrupted);
        }
    }

    private static UserError failed(List<String> command, String why, Throwable cause) {
        return new UserError("'" + String.join(" ", command) + "' gave no core file: " + why + ".", cause);
    }
}
