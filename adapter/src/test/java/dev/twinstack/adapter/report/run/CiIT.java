package dev.twinstack.adapter.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Repository;
import dev.twinstack.adapter.report.format.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/ci.md} tells its reader to write, as it stands there, on a project of which a test crashes. */
class CiIT {
    private static final String TESTS = """
            import ctypes

            def test_fine():
                pass

            def test_null():
                ctypes.string_at(0)  # line 7

            def test_behind():
                pass
            """;
    private static final int SEGMENTATION_FAULT = 128 + 11;
    private static final long SECONDS = 60;

    @TempDir
    private Path directory;

    private Path project;
    private Path installed;
    private String printed;

    @BeforeEach
    void aProjectAndAnInstallation() throws Exception {
        installed = directory.resolve("opt twinstack");
        project = Files.createDirectory(directory.resolve("shop"));
        Files.writeString(project.resolve("test_shop.py"), TESTS);
        for (String command : CiSnippets.copying()) {
            String there = command.replaceAll("\\bout(?=/)", "'" + installed + "'");
            assertThat(shell("sh", there, Repository.ROOT, Map.of()))
                    .as(printed)
                    .isZero();
        }
    }

    /** The exit status of commands; what they print is in {@code printed}. */
    private int shell(String shell, String commands, Path where, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path log = directory.resolve("log");
        String script = commands.replace("/opt/twinstack", installed.toString().replace(" ", "\\ "));
        ProcessBuilder builder = new ProcessBuilder(shell, "-e", "-c", script)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PATH", "/usr/bin:" + builder.environment().get("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as(script).isTrue();
        printed = Files.readString(log);
        return process.exitValue();
    }

    @Test
    void theStepsOfGitHubReportACrash() throws Exception {
        Map<String, String> runner = new HashMap<>();
        runner.put("PYTHONPATH", installed.resolve("lib").toString());
        runner.put("GITHUB_WORKSPACE", project.toString());
        runner.put("GITHUB_STEP_SUMMARY", directory.resolve("summary").toString());
        assertThat(shell("bash", CiSnippets.step("Test"), project, runner))
                .as(printed)
                .isEqualTo(SEGMENTATION_FAULT);
        assertThat(shell("bash", CiSnippets.step("Show crashes"), project, runner))
                .as(printed)
                .isZero();
        assertThat(printed).contains("::error file=test_shop.py,line=7,title=SIGSEGV in ");
        assertThat(Files.readString(directory.resolve("summary"))).contains("SIGSEGV", "test_shop.py::test_null");
        theTestHasItsReport();
    }

    @Test
    void theStepThatShowsCrashesWhereThereIsNone() throws Exception {
        Map<String, String> runner =
                Map.of("GITHUB_STEP_SUMMARY", directory.resolve("summary").toString());
        assertThat(shell("bash", CiSnippets.step("Show crashes"), project, runner))
                .as(printed)
                .isZero();
        assertThat(printed).isEmpty();
    }

    @Test
    void theJobOfGitLabReportsACrash() throws Exception {
        assertThat(shell("sh", CiSnippets.script(), project, Map.of()))
                .as(printed)
                .isEqualTo(SEGMENTATION_FAULT);
        assertThat(project.resolve("crashes")).isDirectoryContaining("glob:**.html");
        theTestHasItsReport();
    }

    @Test
    void aWorkerOfXdist() throws Exception {
        Map<String, String> path = Map.of("PYTHONPATH", installed.resolve("lib").toString());
        String command = CiSnippets.step("Test").replace("-m pytest", "-m pytest -n 2");
        assertThat(shell("bash", command, project, path)).as(printed).isEqualTo(1);
        assertThat(printed)
                .contains("crashed while running 'test_shop.py::test_null'", "python  test_null  ", "test_shop.py:7");
        assertThat(Files.readString(project.resolve("junit.xml")))
                .containsPattern(
                        "name=\"test_null\" time=\"0.000\"><error message=[^>]*SIGSEGV: Segmentation fault[^>]*>")
                .contains("python  test_null  ", "name=\"test_behind\"");
    }

    private void theTestHasItsReport() throws IOException {
        assertThat(Files.readString(project.resolve("junit.xml")))
                .containsPattern("<testcase classname=\"test_shop\" name=\"test_fine\" time=\"[0-9.]+\"/>")
                .containsPattern("name=\"test_null\" time=\"0\"><error message=\"SIGSEGV in [^>]*>SIGSEGV in ")
                .contains("test_shop.py:7")
                .doesNotContain("name=\"test_behind\"");
    }

    @Test
    void everyOptionOfTheTable() throws Exception {
        String options = String.join(" ", CiSnippets.rows("Options of `twinstack run`"))
                .replace("NAME,…", "html,json")
                .replace("DIR", "reports")
                .replace("SECONDS", "30")
                .replace("FILE", "junit.xml")
                .replace("REGEX", "patient");
        assertThat(options).contains("--output reports", "--timeout 30");
        String command = "/opt/twinstack/bin/twinstack run " + options + " -- sh -c 'exit 7'";
        assertThat(shell("sh", command, project, Map.of())).as(printed).isEqualTo(7);
        assertThat(printed).isEmpty();
        assertThat(shell("sh", "/opt/twinstack/bin/twinstack --help", project, Map.of()))
                .isZero();
        assertThat(CiSnippets.rows("Options of `twinstack run`"))
                .allSatisfy(option -> assertThat(printed).contains("  " + option.split(" ")[0]));
    }

    @Test
    void everyFormatOfTheTable() {
        assertThat(CiSnippets.rows("Formats"))
                .contains("html", "annotations")
                .allSatisfy(name -> assertThat(Formats.named(name).name()).isEqualTo(name));
    }
}
