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
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests of reading CPython (python-helpers/tests/cpython) inside a real GDB, once for each Python of this
 * machine: the system's, and those of pyenv that have a layout table, these also without symbols.
 */
class PythonHelpersTest {
    private static final Path HELPERS =
            Path.of("..", "python-helpers").toAbsolutePath().normalize();
    private static final Pattern TABLE = Pattern.compile("(3\\.\\d+)-x86_64\\.json");
    private static final long MINUTES = 5;
    private static final boolean IS_MATRIX = Boolean.getBoolean("twinstack.matrix");

    @TempDir
    Path reports;

    /** A Python to debug; {@code strip}: a copy of it without symbols. */
    private record Debuggee(Path python, boolean strip) {
        @Override
        public String toString() {
            return python + (strip ? " without symbols" : "");
        }
    }

    @TestFactory
    Stream<DynamicNode> helpersInsideGdb() {
        List<String> modules = modules();
        return debuggees()
                .map(debuggee -> dynamicContainer(
                        debuggee.toString(),
                        modules.stream().map(module -> dynamicTest(module, () -> run(debuggee, module)))));
    }

    private void run(Debuggee debuggee, String module) throws IOException, InterruptedException {
        File report = Files.createTempFile(reports, module, ".txt").toFile();
        Process gdb = command(debuggee, module)
                .redirectErrorStream(true)
                .redirectOutput(report)
                .redirectInput(new File("/dev/null"))
                .start();
        boolean ended = gdb.waitFor(MINUTES, TimeUnit.MINUTES);
        end(gdb);
        String text = Files.readString(report.toPath());
        assertThat(ended).as("GDB ended in %d minutes:%n%s", MINUTES, text).isTrue();
        assertThat(gdb.exitValue()).as(text).isZero();
    }

    private static ProcessBuilder command(Debuggee debuggee, String module) {
        String script = HELPERS.resolve("tests/run.py").toString();
        ProcessBuilder command = new ProcessBuilder("gdb", "-nx", "-q", "-batch", "-x", script);
        command.environment().put("TWINSTACK_PYTHON", debuggee.python().toString());
        command.environment().put("TWINSTACK_STRIP", debuggee.strip() ? "1" : "");
        command.environment().put("TWINSTACK_TESTS", module);
        command.environment().put("TWINSTACK_STOPS", IS_MATRIX ? "300" : "60");
        command.environment().put("TWINSTACK_FUZZ", IS_MATRIX ? "30" : "6");
        return command;
    }

    private static void end(Process gdb) {
        gdb.descendants().forEach(ProcessHandle::destroyForcibly);
        gdb.destroyForcibly();
    }

    private static List<String> modules() {
        return names(HELPERS.resolve("tests/cpython"))
                .filter(name -> name.startsWith("test_"))
                .map(name -> name.replace(".py", ""))
                .sorted()
                .toList();
    }

    private static Stream<Debuggee> debuggees() {
        return Stream.concat(
                Stream.of(new Debuggee(systemPython(), false)),
                pyenvPythons().flatMap(python -> Stream.of(new Debuggee(python, false), new Debuggee(python, true))));
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
        return names(HELPERS.resolve("twinstack/layouts"))
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
