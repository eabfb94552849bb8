package dev.twinstack.adapter.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the helpers' own tests. Those of reading CPython (python-helpers/tests/cpython) run inside a real GDB, on the
 * system's Python; in the matrix also on those of pyenv that have a layout table, with and without symbols, as many at a
 * time as there are processors. Those of native code (python-helpers/tests/native) start GDB themselves.
 */
class PythonHelpersTest {
    private static final Path HELPERS =
            Path.of("..", "python-helpers").toAbsolutePath().normalize();
    private static final Pattern TABLE = Pattern.compile("(3\\.\\d+)-x86_64\\.json");
    private static final long MINUTES = 5;
    private static final boolean IS_MATRIX = Boolean.getBoolean("twinstack.matrix");

    @TempDir
    Path reports;

    private final ExecutorService runs =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    /** A Python to debug; {@code strip}: a copy of it without symbols. */
    private record Debuggee(Path python, boolean strip) {
        @Override
        public String toString() {
            return python + (strip ? " without symbols" : "");
        }
    }

    @TestFactory
    @Tag("per-python")
    Stream<DynamicNode> helpersInsideGdb() {
        return debuggees()
                .map(debuggee -> dynamicContainer(
                        debuggee.toString(),
                        names("tests/cpython").map(module -> started(module, insideGdb(debuggee, module)))));
    }

    @TestFactory
    Stream<DynamicNode> nativeCode() {
        return names("tests/native").map(module -> started(module, alone(module)));
    }

    @AfterEach
    void noneIsLeft() {
        runs.shutdownNow();
    }

    /** The test of a module, whose run waits for a processor from now on. */
    private DynamicNode started(String module, ProcessBuilder command) {
        Future<Void> run = runs.submit(() -> run(module, command));
        return dynamicTest(module, run::get);
    }

    /** One that fails is run a second time at once: all modules would be, were this left to Surefire. */
    private Void run(String module, ProcessBuilder command) throws IOException, InterruptedException {
        try {
            runOnce(module, command);
        } catch (AssertionError failed) {
            runOnce(module, command);
            System.err.println("FLAKED: " + failed.getMessage());
        }
        return null;
    }

    private void runOnce(String module, ProcessBuilder command) throws IOException, InterruptedException {
        File report = Files.createTempFile(reports, module, ".txt").toFile();
        Process process = command.redirectErrorStream(true)
                .redirectOutput(report)
                .redirectInput(new File("/dev/null"))
                .start();
        boolean ended = false;
        try {
            ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        } finally {
            end(process);
        }
        String text = Files.readString(report.toPath());
        assertThat(ended)
                .as("%s ended in %d minutes:%n%s", module, MINUTES, text)
                .isTrue();
        assertThat(process.exitValue()).as(text).isZero();
    }

    private static ProcessBuilder alone(String module) {
        return new ProcessBuilder(systemPython().toString(), "-B", "-m", "unittest", module)
                .directory(HELPERS.resolve("tests/native").toFile());
    }

    private static ProcessBuilder insideGdb(Debuggee debuggee, String module) {
        String script = HELPERS.resolve("tests/run.py").toString();
        ProcessBuilder command = new ProcessBuilder("gdb", "-nx", "-q", "-batch", "-x", script);
        command.environment().put("TWINSTACK_PYTHON", debuggee.python().toString());
        command.environment().put("TWINSTACK_STRIP", debuggee.strip() ? "1" : "");
        command.environment().put("TWINSTACK_TESTS", module);
        command.environment().put("TWINSTACK_STOPS", IS_MATRIX ? "300" : "60");
        command.environment().put("TWINSTACK_FUZZ", IS_MATRIX ? "30" : "6");
        return command;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The test modules in a directory of the helpers. */
    private static Stream<String> names(String directory) {
        return names(HELPERS.resolve(directory))
                .filter(name -> name.startsWith("test_"))
                .map(name -> name.replace(".py", ""))
                .sorted();
    }

    private static Stream<Debuggee> debuggees() {
        Stream<Path> others = IS_MATRIX ? pyenvPythons() : Stream.empty();
        return Stream.concat(
                Stream.of(new Debuggee(systemPython(), false)),
                others.flatMap(python -> Stream.of(new Debuggee(python, false), new Debuggee(python, true))));
    }

    private static Path systemPython() {
        Path system = Path.of("/usr/bin/python3");
        return Files.isExecutable(system) ? system : Path.of("python3");
    }

    private static Stream<Path> pyenvPythons() {
        Path versions = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        List<String> tables = tables();
        return names(versions)
                .filter(name -> tables.contains(name.replaceFirst("\\.\\d+$", "")))
                .sorted()
                .map(name -> versions.resolve(name).resolve("bin/python3"))
                .filter(Files::isExecutable);
    }

    private static List<String> tables() {
        return names(HELPERS.resolve("twinstack/cpython/layouts"))
                .flatMap(name -> TABLE.matcher(name).results())
                .map(match -> match.group(1))
                .toList();
    }

    private static Stream<String> names(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
