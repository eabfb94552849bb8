package dev.twinstack.adapter.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.FakeGdb;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.report.Reports;
import dev.twinstack.adapter.report.format.Json;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The subcommands about reports, on real core files and processes. */
@EndToEnd
class CommandsTest {
    @TempDir
    private Path output;

    @OnSystemPython
    void aCoreFileIsReportedRenderedAgainAndGrouped(Python python) {
        Path core = Launch.python("crash", python).dump();
        Ran made = Ran.command("core", core.toString(), "--output", output.toString(), "--format", "json,markdown");
        assertThat(made.status()).isZero();
        assertThat(made.printed()).startsWith("SIGSEGV in now (crash.c:8)");
        CrashReport report = Json.read(only(".json"));
        assertThat(report.reason().name()).isEqualTo("SIGSEGV");
        assertThat(report.process().exitStatus()).isEqualTo(139);
        assertThat(report.process().environment()).containsEntry("PYTHONDONTWRITEBYTECODE", "1");
        assertThat(report.process().command()).last().asString().containsPattern("(main.py|…)$");
        FrameReport newest = report.crashed().orElseThrow().frames().get(0);
        assertThat(newest.function()).isEqualTo("now");
        assertThat(newest.library()).contains("crash");
        assertThat(newest.source()).anyMatch(line -> line.text().contains("@crash"));
        assertThat(newest.variables()).anyMatch(variable -> variable.value().equals("{'name': 'victim'}"));
        assertThat(Ran.command("report", only(".json").toString()).printed())
                .contains("Python  careless", "victim = {'name': 'victim'}");
        assertThat(Ran.command("report", only(".json").toString(), "--no-locals")
                        .printed())
                .contains("Python  careless")
                .doesNotContain("victim =");
        assertThat(Ran.command("group", output.toString()).printed())
                .contains("1 reports, 1 groups", report.signature(), "SIGSEGV in now < careless < <module>");
    }

    @Tag("matrix")
    @Test
    void aCrashIsTheSameWithTheSymbolsOfTheCLibraryAndWithout() {
        Path core = Launch.python("fatal", Pythons.system()).args("freed_twice").dump();
        String with = Ran.command("core", core.toString()).printed();
        String without = Ran.command(
                        "core",
                        core.toString(),
                        "--gdb",
                        FakeGdb.withoutDebugFiles().toString())
                .printed();
        assertThat(with).startsWith("SIGABRT in freed_twice (fatal.c:").containsPattern("signature: \\w{16}");
        assertThat(without.lines().limit(1).toList())
                .isEqualTo(with.lines().limit(1).toList());
        assertThat(signature(without)).isEqualTo(signature(with));
    }

    private static String signature(String report) {
        return report.lines()
                .filter(line -> line.startsWith("  signature: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCannotBeReadTakesNoOtherReportWithIt() {
        Path core = Launch.executable("exits").args("segv").dump();
        Ran ran = Ran.command("core", "/no/such", core.toString(), "/bin/true");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.printed())
                .startsWith("SIGSEGV in main (main.c:")
                .containsPattern("argv = 0x\\w+ .*\n +\\*argv = ");
        assertThat(ran.errors().lines().toList())
                .satisfiesExactly(
                        missing -> assertThat(missing).contains("There is no core file '/no/such'"),
                        program -> assertThat(program).contains("'/bin/true' is not a core file"));
    }

    @Tag("matrix")
    @Test
    void asManyAreReadAtOnceAsThereAreProcessors() throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        Path counts = Files.nowhere("counts");
        Path gdb = FakeGdb.inCompany(processors, output, counts);
        String core = Launch.executable("exits").args("segv").dump().toString();
        Stream<String> cores = Stream.generate(() -> core).limit(processors + 1);
        Ran ran = Ran.command(
                Stream.concat(Stream.of("core", "--gdb", gdb.toString()), cores).toArray(String[]::new));
        assertThat(ran.status()).isZero();
        assertThat(ran.printed().split("SIGSEGV in main")).hasSize(processors + 2);
        List<Integer> running = java.nio.file.Files.readAllLines(counts).stream()
                .map(line -> Integer.valueOf(line.trim()))
                .toList();
        assertThat(running).hasSize(processors + 1);
        assertThat(Collections.max(running)).isEqualTo(processors);
    }

    @Test
    void aDeliveryThatFailsTakesNoOtherWithIt() {
        String report = output.resolve("report.json").toString();
        Files.write(Path.of(report), new Json().render(Reports.whole()));
        Ran unwritable = Ran.command("report", report, report, "--output", "/dev/null/reports");
        assertThat(unwritable.status()).isEqualTo(1);
        assertThat(unwritable.errors().lines().toList())
                .hasSize(2)
                .allMatch(line -> line.contains("could not be written to '/dev/null/reports'"));
        String malformed = output.resolve("junit.xml").toString();
        Files.write(Path.of(malformed), "<testsuites>");
        Ran attached = Ran.command("report", report, report, "--junit", malformed);
        assertThat(attached.status()).isEqualTo(1);
        assertThat(attached.errors()).hasLineCount(2).contains("could not be attached to its test");
        assertThat(attached.printed().split("SIGSEGV in take")).hasSize(3);
    }

    @Test
    void aSnapshotLetsTheProcessGoOn() {
        Path go = Files.nowhere("go");
        try (RunningProgram program =
                Launch.executable("spin").args(go.toString()).run().printed("running")) {
            Ran ran = Ran.command("attach", Long.toString(program.pid()));
            assertThat(ran.status()).isZero();
            assertThat(ran.printed()).startsWith("snapshot in ").contains("process: " + program.pid(), go.toString());
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void whatIsAskedWronglyIsRefusedInOneSentence() {
        refused(2, "No core file is named", "core");
        refused(2, "'attach' takes the number of one process", "attach", "python3");
        refused(2, "There is no option '--colour' here", "core", "x", "--colour");
        refused(2, "There is no format 'xls'; choose of text", "core", "x", "--format", "xls");
        refused(2, "'--mask (' is no regular expression", "core", "x", "--mask", "(");
        refused(1, "There is no core file", "core", "/no/such");
        refused(1, "is no report of Twinstack", "report", "/bin/true");
        refused(2, "could not be read: there is no such file", "group", "/no/such");
        refused(2, "'run' lacks '--' before its command", "run", "python3", "-c", "1");
        refused(2, "'run' lacks its command", "run", "--");
        String missing = Files.nowhere("gdb").toString();
        refused(1, "or set '--gdb' to the path of one", "core", "/no/such", "--gdb", missing);
        refused(
                1,
                "Python",
                "core",
                "/no/such",
                "--gdb",
                FakeGdb.withoutPython().toString());
    }

    private static void refused(int status, String words, String... command) {
        Ran ran = Ran.command(command);
        assertThat(ran.status()).as(ran.errors()).isEqualTo(status);
        assertThat(ran.errors()).startsWith("twinstack: ").contains(words).hasLineCount(1);
        assertThat(ran.printed()).isEmpty();
    }

    private Path only(String ending) {
        try (Stream<Path> files = java.nio.file.Files.list(output)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
