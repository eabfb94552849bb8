package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Core files of real programs. */
public final class Cores {
    private static final Path PATTERN = Path.of("/proc/sys/kernel/core_pattern");

    private Cores() {}

    /** Runs a program until the kernel writes its core file into the program's own directory. */
    static Path ofKernel(TestProgram program, JsonObject launch, Map<String, String> environment) {
        String pattern = read(PATTERN);
        assumeTrue(!pattern.startsWith("|") && !pattern.contains("/"), "the kernel's cores go elsewhere: " + pattern);
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -c unlimited; exec \"$@\"", "sh"));
        command.addAll(RunningProgram.command(launch));
        try (RunningProgram dying = RunningProgram.start(program, command, environment)) {
            assertThat(dying.exitStatus()).as("it dies: %s", dying.printed()).isGreaterThan(128);
            return onlyCore(dying.directory());
        }
    }

    /** The core that {@code gcore} makes of a program that runs on. */
    public static Path ofGcore(RunningProgram program) {
        Path prefix = program.directory().resolve("core");
        Commands.run("gcore", "-o", prefix.toString(), Long.toString(program.pid()));
        return onlyCore(program.directory());
    }

    /** As {@link #ofGcore}, but without what the program has unchanged in its files, which JVMs have the kernel put into the cores of all that they start (core(5)). */
    public static Path ofGcoreWithoutFiles(RunningProgram program) {
        dev.twinstack.adapter.dsl.Files.write(
                Path.of("/proc", Long.toString(program.pid()), "coredump_filter"), "0x33");
        return ofGcore(program);
    }

    private static Path onlyCore(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("core"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no core file in " + directory + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " could not be listed.", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read.", e);
        }
    }
}
