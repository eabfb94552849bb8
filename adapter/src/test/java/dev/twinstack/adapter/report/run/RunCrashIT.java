package dev.twinstack.adapter.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.FakeGdb;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.SupervisedCommand;
import dev.twinstack.adapter.report.Signature;
import dev.twinstack.adapter.report.format.Json;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reports of {@code twinstack run}, of programs that crash or hang. */
@EndToEnd
class RunCrashIT {
    private final Path reports = ScratchDirectory.create("reports");

    @Test
    void reportsAFaultAndLeavesTheStatus() {
        SupervisedCommand command = python("import ctypes; ctypes.string_at(0)");
        assertThat(command.status()).isEqualTo(139);
        CrashReport report = report();
        assertThat(report.reason().name()).isEqualTo("SIGSEGV");
        assertThat(report.reason().address()).isEqualTo("0x0");
        assertThat(functions(report)).contains("string_at", "<module>");
        assertThat(report.problems()).isEmpty();
        assertThat(command.descendants()).isEmpty();
    }

    @Test
    void reportsBeneathFaulthandlerWhichHasItsSay() {
        SupervisedCommand command = python("import ctypes, faulthandler; faulthandler.enable(); ctypes.string_at(0)");
        assertThat(command.status()).isEqualTo(139);
        assertThat(command.errors()).contains("Fatal Python error: Segmentation fault");
        assertThat(functions(report())).contains("string_at", "<module>");
        assertThat(report().crashed().orElseThrow().frames().stream()
                        .takeWhile(frame -> !frame.function().equals("<signal handler called>")))
                .isNotEmpty()
                .allMatch(FrameReport::subtle);
    }

    @Test
    void aHandlerThatFaultsItselfIsToBlame() {
        SupervisedCommand command = python("import ctypes, os; libc = ctypes.CDLL(None);"
                + "libc.signal(10, libc.strlen); os.kill(os.getpid(), 10)"); // it takes the signal's number for
        // an address
        assertThat(command.status()).isEqualTo(139);
        FrameReport newest = report().crashed().orElseThrow().frames().get(0);
        assertThat(newest.function()).contains("strlen");
        assertThat(newest.subtle()).isFalse();
        assertThat(report().reason().instruction()).contains("(%rdi)");
    }

    @Tag("matrix")
    @Test
    void aHandlerThatAbortsIsToBlameWhereItWasNotCalledForAFault() {
        String aborting = "import ctypes, os; abort = ctypes.CFUNCTYPE(None, ctypes.c_int)(lambda number: os.abort());"
                + "ctypes.CDLL(None).signal(10, abort); os.kill(os.getpid(), 10)";
        assertThat(python(aborting).status()).isEqualTo(134);
        assertThat(report().reason().name()).isEqualTo("SIGABRT");
        assertThat(Signature.telling(report().crashed().orElseThrow().frames())
                        .get(0)
                        .function())
                .isEqualTo("<lambda>");
    }

    @Test
    void reportsAnAbortBeforeItIsDelivered() {
        SupervisedCommand command =
                python("import ctypes; ctypes.CDLL(None).__assert_fail(b'part', b'part.c', 12, b'take')");
        assertThat(command.status()).isEqualTo(134);
        assertThat(report().reason().name()).isEqualTo("SIGABRT");
        assertThat(report().reason().meaning())
                .startsWith("Aborted; the program sent it to itself; it said: ")
                .contains("part.c:12: take: Assertion `part' failed.");
        assertThat(report().crashed().orElseThrow().frames().stream()
                        .takeWhile(frame -> !frame.function().endsWith("abort")))
                .isNotEmpty()
                .allMatch(FrameReport::subtle);
    }

    @Test
    void reportsAndEndsWhatHangs() {
        SupervisedCommand command = run("--timeout", "1.5", "--", "sh", "-c", "sleep 1000 & echo $!; wait");
        assertThat(command.status()).isEqualTo(124);
        long child = Long.parseLong(command.output().strip());
        assertThat(ProcessHandle.of(child).stream()).allMatch(Orphans::endsSoon);
        assertThat(report().reason().meaning()).contains("1.5 seconds");
    }

    @Test
    void theTimeIsNotOverWhileTheCrashIsReported() {
        SupervisedCommand command = run("--timeout", "0.3", "--", "sh", "-c", "kill -SEGV $$");
        assertThat(command.status()).isEqualTo(139);
        assertThat(report().reason().name()).isEqualTo("SIGSEGV");
    }

    @Test
    void reportsAChildThatItFollows() {
        String parent = "import os, subprocess, sys; child = os.fork();\n"
                + "if not child: os.abort()\n"
                + "print(os.waitpid(child, 0)[1] & 127, subprocess.run(['sh', '-c', 'kill -SEGV $$']).returncode)";
        SupervisedCommand command = run("--follow", "--", "/usr/bin/python3", "-c", parent);
        assertThat(command.status()).isZero();
        assertThat(command.output()).isEqualTo("6 -11\n");
        assertThat(reports()).extracting(each -> each.reason().name()).containsExactlyInAnyOrder("SIGABRT", "SIGSEGV");
    }

    @Test
    void aReportThatHasNoFileIsPrinted() {
        SupervisedCommand command =
                SupervisedCommand.of("--output", "/dev/null/reports", "--", "sh", "-c", "kill -SEGV $$");
        assertThat(command.status()).isEqualTo(139);
        assertThat(command.errors())
                .startsWith("twinstack: The report could not be written to '/dev/null/reports'")
                .contains("\nSIGSEGV in ", "  meaning: Segmentation fault; the program sent it to itself\n");
    }

    @Test
    void aChildThatCrashesLeavesTheFileOfThePytestThatLivesOn() throws IOException {
        String written = "<testsuite><testcase classname='test_a' name='test_b'><error/></testcase></testsuite>";
        Path file = Files.writeString(reports.resolve("junit.xml"), written);
        String parent = "import os, subprocess; file = open('" + file + "', 'r+'); child = os.fork() or os.abort();"
                + "os.waitpid(child, 0); subprocess.run(['sh', '-c', 'kill -SEGV $$'])";
        SupervisedCommand command = SupervisedCommand.of(
                        "--follow", "--junit", file.toString(), "--", "/usr/bin/python3", "-c", parent)
                .with("PYTEST_CURRENT_TEST", "test_a.py::test_b (call)");
        assertThat(command.status()).isZero();
        assertThat(command.errors()).contains("SIGABRT", "SIGSEGV", "test: test_a.py::test_b");
        assertThat(file).hasContent(written);
    }

    @Tag("matrix")
    @Test
    void tellsTheExceptionThatNobodyCatches() {
        String program = Launch.executable("throws").path("program");
        assertThat(run("--", program, "-1").status()).isEqualTo(134);
        assertThat(report().reason().exceptions()).containsExactly(new CrashFacts.Raised("app::Failure", "disk full"));
    }

    @Tag("matrix")
    @Test
    void tellsWhoWaitsForWhomInWhatHangs() {
        Launch deadlock = Launch.python("fatal", Pythons.system(), "-pthread");
        SupervisedCommand command =
                run("--timeout", "2", "--", deadlock.path("python"), deadlock.path("program"), "deadlock");
        deadlock.environment().forEach(command::with);
        assertThat(command.status()).isEqualTo(124);
        assertThat(report().gil().holder()).isNotNull();
        assertThat(report().locks())
                .extracting(CrashFacts.Lock::kind)
                .containsExactlyInAnyOrder("mutex", "mutex", "GIL");
    }

    @Tag("matrix")
    @Test
    void reportsASignalOfWhoseSenderGdbCannotBeTold() {
        String gdb = FakeGdb.refusing("set variable").toString();
        assertThat(run("--gdb", gdb, "--", "sh", "-c", "kill -ABRT $$").status())
                .isEqualTo(134);
        assertThat(report().reason().name()).isEqualTo("SIGABRT");
    }

    private SupervisedCommand python(String code) {
        return run("--", "/usr/bin/python3", "-c", code);
    }

    private SupervisedCommand run(String... words) {
        List<String> options = List.of("--output", reports.toString(), "--format", "json");
        return SupervisedCommand.of(
                Stream.concat(options.stream(), Stream.of(words)).toArray(String[]::new));
    }

    private CrashReport report() {
        assertThat(reports()).hasSize(1);
        return reports().get(0);
    }

    private List<CrashReport> reports() {
        try (Stream<Path> files = Files.list(reports)) {
            return files.map(Json::read).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> functions(CrashReport report) {
        return report.crashed().orElseThrow().frames().stream()
                .map(FrameReport::function)
                .toList();
    }
}
