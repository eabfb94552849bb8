package dev.twinstack.adapter.core;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.process.ProcessEnd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a core file comes from: a file, a compressed file, or systemd's own store, which {@code coredumpctl} alone can open. */
public final class CoreSource {
    private static final Logger LOG = LoggerFactory.getLogger(CoreSource.class);
    private static final String SYSTEMD = "systemd";
    private static final int MAGIC_SIZE = 4;
    private static final long PATIENCE_SECONDS = 60;

    /** Tools by the first bytes of what they have compressed (RFC 1952, RFC 8878, the LZ4 frame format, the .xz file format). */
    private static final Map<String, String> TOOLS =
            Map.of("1f8b", "gzip", "28b52ffd", "zstd", "04224d18", "lz4", "fd377a58", "xz");

    private final List<String> command;
    private final Path file;
    private final boolean isOfSystemd;
    private Process process;

    /** {@code command} writes the file to its standard output; empty when the file is there already. */
    private CoreSource(List<String> command, Path file, boolean isOfSystemd) {
        this.command = command;
        this.file = file;
        this.isOfSystemd = isOfSystemd;
    }

    /**
     * The core file that is meant by {@code wanted}: a path, {@code systemd} (the last one of all) or {@code systemd:WHAT}, WHAT being a
     * process number, a program's name or path as coredumpctl(1) takes them. What must be unpacked goes into {@code directory}.
     */
    public static CoreSource of(String wanted, Path cwd, Path directory) {
        Path unpacked = directory.resolve("core");
        if (wanted.equals(SYSTEMD) || wanted.startsWith(SYSTEMD + ":")) {
            List<String> command = new ArrayList<>(List.of("coredumpctl", "dump"));
            if (wanted.length() > SYSTEMD.length() + 1) {
                command.addAll(List.of("--", wanted.substring(SYSTEMD.length() + 1)));
            }
            return new CoreSource(command, unpacked, true);
        }
        Path file = cwd.resolve(wanted);
        String tool = toolFor(file);
        return tool == null
                ? new CoreSource(List.of(), file, false)
                : new CoreSource(List.of(tool, "-dc", file.toString()), unpacked, false);
    }

    /**
     * The plain core file; completed at once, or on another thread when it is unpacked. Throws {@link UserError} when the tool for that is missing, and fails
     * with one when the tool gives no core file.
     */
    public CompletableFuture<Path> plain() {
        if (command.isEmpty()) {
            return CompletableFuture.completedFuture(file);
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("SYSTEMD_LOG_COLOR", "0"); // systemd 247 colours what goes into files, too
            process = builder.redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(file.toFile())
                    .redirectError(errors().toFile())
                    .start();
        } catch (IOException notStarted) {
            throw failed(
                    "it cannot be run (" + notStarted.getMessage() + "); install it, or bring the plain core file",
                    notStarted);
        }
        return process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).handle((done, slow) -> unpacked(slow));
    }

    /** Which core file of systemd's it is, once it is unpacked; empty for any other. */
    public Optional<String> remark() {
        return isOfSystemd ? CoredumpctlReport.of(said()).found() : Optional.empty();
    }

    /** Ends the unpacking, and takes back what it wrote. */
    public void discard() {
        if (process != null) {
            ProcessEnd.of(process.toHandle());
            delete();
        }
    }

    private Path unpacked(Throwable slow) {
        if (slow != null) {
            discard();
            throw failed("it took longer than " + PATIENCE_SECONDS + " seconds; run it by hand", slow);
        }
        try {
            if (process.exitValue() == 0 && Files.size(file) > 0) {
                return file;
            }
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
        throw failed(why(), null);
    }

    private String why() {
        if (isOfSystemd) {
            return CoredumpctlReport.of(said()).why();
        }
        String said = said().isBlank() ? "" : said().strip() + "; ";
        return said + "the core file may be damaged";
    }

    /** What the command has printed on its standard error. */
    private String said() {
        try {
            return new String(Files.readAllBytes(errors()), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private UserError unreadable(IOException cause) {
        return failed("what it wrote cannot be read (" + cause.getMessage() + "); try again", cause);
    }

    private Path errors() {
        return file.resolveSibling("core.errors");
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            LOG.warn("An unpacked core file is left behind", kept);
        }
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

    private UserError failed(String why, Throwable cause) {
        return new UserError("'" + String.join(" ", command) + "' gave no core file: " + why + ".", cause);
    }
}
