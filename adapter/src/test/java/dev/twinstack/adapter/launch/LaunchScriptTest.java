package dev.twinstack.adapter.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchScriptTest {
    private static final Path PRINTF = Path.of("/usr/bin/printf");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"a b", "it's", "\"q\"", "$HOME `id` \\n", "two\nlines\n", "é€😀", "", "*", "-n", "~"})
    void aShellPassesArgumentsAndEnvironmentOnByteForByte(String text) throws Exception {
        Map<String, Object> launch =
                Map.of("program", "/usr/bin/printf", "cwd", directory.toString(), "env", Map.of("TEXT", text));
        String script = LaunchScript.text(
                new Debuggee(
                        directory,
                        Path.of("/bin/sh"),
                        List.of("-c", "printf '%s|%s|' \"$1\" \"$TEXT\"; pwd", "sh", text),
                        "",
                        false),
                Launch.read(new Attributes(launch)),
                Map.of(),
                null);

        assertThat(run(script)).isEqualTo(text + "|" + text + "|" + directory.toRealPath() + "\n");
    }

    @Test
    void whatGdbSetsIsTakenBack() throws Exception {
        Map<String, Object> launch = Map.of("program", "/usr/bin/env");
        String script = LaunchScript.text(
                new Debuggee(directory, Path.of("/usr/bin/env"), List.of(), "", false),
                Launch.read(new Attributes(launch)),
                Map.of("SHELL", "/bin/fish"),
                null);

        assertThat(run(script).lines()).contains("SHELL=/bin/fish").noneMatch(line -> line.startsWith("COLUMNS="));
    }

    @ParameterizedTest
    @CsvSource({"C,LC_ALL=C", "'',"})
    void theLocaleThatTheLauncherReplacedIsGivenBack(String before, String expected) throws Exception {
        Map<String, Object> launch = Map.of("program", "/usr/bin/env");
        String script = LaunchScript.text(
                new Debuggee(directory, Path.of("/usr/bin/env"), List.of(), "", false),
                Launch.read(new Attributes(launch)),
                Map.of("TWINSTACK_LC_ALL", before, "LC_ALL", "C.UTF-8"),
                null);

        assertThat(run(script).lines().filter(line -> line.contains("LC_ALL")))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void refusesANameThatNoShellCanExport() {
        Map<String, Object> launch = Map.of("program", "/usr/bin/printf", "env", Map.of("A.B", "1"));
        Debuggee debuggee = new Debuggee(directory, PRINTF, List.of(), "", false);

        assertThatThrownBy(() -> LaunchScript.text(debuggee, Launch.read(new Attributes(launch)), Map.of(), null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'A.B' cannot be set");
    }

    @Test
    void refusesWhatIsTooLongForAnyProgram() throws Exception {
        String longest = "x".repeat(131_071 - "TEXT=".length());
        Map<String, Object> launch = Map.of("program", "/bin/true", "env", Map.of("TEXT", longest));
        Debuggee debuggee = new Debuggee(directory, Path.of("/bin/true"), List.of("TEXT=" + longest), "", false);
        assertThat(run(LaunchScript.text(debuggee, Launch.read(new Attributes(launch)), Map.of(), null)))
                .isEmpty();

        Launch longer =
                Launch.read(new Attributes(Map.of("program", "/bin/true", "env", Map.of("TEXT", longest + "y"))));
        assertThatThrownBy(() -> LaunchScript.text(debuggee, longer, Map.of(), null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'TEXT', with its name, has 131072 bytes");
        Debuggee argued = new Debuggee(directory, PRINTF, List.of("é".repeat(66_000)), "", false);
        assertThatThrownBy(() -> LaunchScript.text(argued, Launch.read(new Attributes(launch)), Map.of(), null))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ééé' has 132000 bytes");
    }

    @Test
    void aTextOfArgumentsIsTheShells() throws Exception {
        Map<String, Object> launch = Map.of("program", "/usr/bin/printf", "cwd", directory.toString());
        Debuggee debuggee = new Debuggee(directory, PRINTF, List.of("%s|"), "'a b' c\\ d \"$PWD\" >out.txt", false);

        assertThat(run(LaunchScript.text(debuggee, Launch.read(new Attributes(launch)), Map.of(), null)))
                .isEmpty();
        assertThat(directory.resolve("out.txt")).hasContent("a b|c d|" + directory + "|");
    }

    @Test
    void filesTakeThePlaceOfTheStandardStreams() throws Exception {
        Files.writeString(directory.resolve("it's in.txt"), "read\n");
        Map<String, Object> launch = Map.of(
                "program",
                "/bin/sh",
                "cwd",
                directory.toString(),
                "stdio",
                List.of("it's in.txt", "out.txt", "err.txt"));
        Debuggee debuggee =
                new Debuggee(directory, Path.of("/bin/sh"), List.of("-c", "cat; echo error >&2"), "", false);

        assertThat(run(LaunchScript.text(debuggee, Launch.read(new Attributes(launch)), Map.of(), null)))
                .isEmpty();
        assertThat(directory.resolve("out.txt")).hasContent("read\n");
        assertThat(directory.resolve("err.txt")).hasContent("error\n");
    }

    @Test
    void refusesANulCharacter() {
        assertThatThrownBy(() -> LaunchScript.quote("a\0b"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("NUL");
    }

    private String run(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                Files.writeString(directory.resolve("launch.sh"), script).toString());
        builder.environment().put("COLUMNS", "80");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
