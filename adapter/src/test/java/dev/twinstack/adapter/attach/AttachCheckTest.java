package dev.twinstack.adapter.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.dsl.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals in real situations, and those that this machine cannot be brought into by the rules alone. */
class AttachCheckTest {
    private static final long NOBODY = 65_534;
    private static final String FOR_EVER = "1000";

    @Test
    void aProcessOfTheSameUserIsWorthATry() {
        try (RunningProgram other = RunningProgram.start("sleep", FOR_EVER)) {
            assertThat(AttachCheck.of(other.pid()).isStopped()).isFalse();
        }
    }

    @Test
    void aNumberThatNoProcessHasIsRefused() {
        refused(4_194_305, "There is no process 4194305; look for its number with 'ps -e'");
    }

    @Test
    void aThreadIsRefusedWithItsProcess() throws IOException {
        try (var tasks = Files.list(Path.of("/proc/self/task"))) {
            long self = ProcessHandle.current().pid();
            long thread = tasks.map(task -> Long.parseLong(task.getFileName().toString()))
                    .filter(id -> id != self)
                    .findFirst()
                    .orElseThrow();
            refused(thread, "is a thread of the process " + self + "; attach to " + self);
        }
    }

    @Test
    void twinstackItselfIsRefused() {
        refused(ProcessHandle.current().pid(), "is Twinstack itself");
    }

    @Test
    void whoHasStartedTwinstackIsRefused() {
        refused(ProcessHandle.current().parent().orElseThrow().pid(), "has started Twinstack");
    }

    @Test
    void aZombieIsRefusedWithTheParentThatItWaitsFor() {
        String neverWaits = "sleep 1 & echo \"child $! .\"; exec sleep 1000";
        try (RunningProgram parent =
                RunningProgram.start("sh", "-c", neverWaits).printed(" .")) {
            long child = Long.parseLong(parent.printed().split(" ")[1]);
            parent.awaits(() -> ProcessStatus.read(child).orElseThrow().isEnded());
            refused(child, "has ended, and only waits for its parent, the process " + parent.pid());
        }
    }

    @Test
    void aProcessThatIsTracedIsRefusedWithItsTracer() {
        try (RunningProgram other = RunningProgram.start("sleep", FOR_EVER);
                RunningProgram gdb = RunningProgram.start(
                        "gdb",
                        "-nx",
                        "-q",
                        "-batch",
                        "-p",
                        Long.toString(other.pid()),
                        "-ex",
                        "shell echo has it; sleep 1000")) {
            gdb.printed("has it");
            refused(other.pid(), "is traced by the process " + gdb.pid() + " already");
        }
    }

    @Test
    void aThreadOfTheKernelIsRefused() {
        Optional<ProcessStatus> second = ProcessStatus.read(2);
        assumeTrue(
                second.filter(status -> status.name().equals("kthreadd")).isPresent(),
                "the kernel's threads are not seen in this container");
        refused(2, "is a thread of the kernel");
    }

    @Test
    void theProcessOfAnotherUserIsRefusedWithWhatHelps() {
        try (RunningProgram debugger = asNobody("sleep", FOR_EVER);
                RunningProgram other = RunningProgram.start("sleep", FOR_EVER)) {
            assertThat(refusal(debugger, other).orElseThrow())
                    .contains("as the user or group [0]/[0], and Twinstack as [65534]/[65534]")
                    .contains("sudo")
                    .contains("--cap-add=SYS_PTRACE");
        }
    }

    @Test
    void aProcessThatShutsDebuggersOutIsRefused() {
        String undumpable = "import ctypes, time; ctypes.CDLL(None).prctl(4, 0, 0, 0, 0); print('shut', flush=True);"
                + " time.sleep(1000)";
        try (RunningProgram debugger = asNobody("sleep", FOR_EVER);
                RunningProgram other =
                        asNobody("/usr/bin/python3", "-c", undumpable).printed("shut")) {
            assertThat(refusal(debugger, other).orElseThrow()).contains("prctl(PR_SET_DUMPABLE, 0)");
        }
    }

    @Test
    void twoProcessesOfNobodyMayDebugEachOther() {
        try (RunningProgram debugger = asNobody("sleep", FOR_EVER);
                RunningProgram other = asNobody("sleep", FOR_EVER)) {
            assertThat(refusal(debugger, other)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0,,", "1,,ptrace_scope is 1", "2,ptrace_scope is 2,", "3,ptrace_scope is 3,"})
    void whatYamaForbidsAndAdvises(int yama, String refusal, String advice) {
        ProcessStatus debugger = status(1, 0);
        ProcessStatus process = status(2, 0);
        Ptrace rules = new Ptrace(debugger, Set.of(), yama);
        assertThat(rules.refusal(process).orElse("")).contains(refusal == null ? "" : refusal);
        assertThat(rules.refusal(process).isPresent()).isEqualTo(refusal != null);
        assertThat(rules.advice(process)).contains(advice == null ? "" : advice);
    }

    @ParameterizedTest
    @CsvSource({"0,0,", "1,0,ptrace_scope is 1", "1,19,", "2,0,ptrace_scope is 2", "2,19,", "3,19,ptrace_scope is 3"})
    void whetherChildrenCanHaveADebuggerOfTheirOwn(int yama, int capability, String refusal) {
        Ptrace rules = new Ptrace(status(1, capability == 0 ? 0 : 1L << capability), Set.of(), yama);
        assertThat(rules.refusalOfChildren().isPresent()).isEqualTo(refusal != null);
        assertThat(rules.refusalOfChildren().orElse("")).contains(refusal == null ? "" : refusal);
    }

    @Test
    void yamaLetsThePrivilegedDoWhatTheyWant() {
        Ptrace rules = new Ptrace(status(1, 1L << 19), Set.of(), 2);
        assertThat(rules.refusal(status(2, 0))).isEmpty();
    }

    @Test
    void aProcessWithMoreCapabilities() {
        Ptrace rules = new Ptrace(status(1, 0), Set.of(), 0);
        assertThat(rules.refusal(status(2, 1L << 13)).orElseThrow())
                .contains("has capabilities that Twinstack has not");
    }

    @Test
    void aSeccompFilterIsNamedWhenTheKernelRefuses() {
        ProcessStatus filtered =
                new ProcessStatus(1, "java", 'S', 1, 0, 0, Set.of(NOBODY), Set.of(NOBODY), 0, 0, true, false, NOBODY);
        assertThat(new Ptrace(filtered, Set.of(), 0).advice(status(2, 0))).contains("seccomp=unconfined");
    }

    private static void refused(long pid, String words) {
        assertThatThrownBy(() -> AttachCheck.of(pid))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words);
    }

    private static Optional<String> refusal(RunningProgram debugger, RunningProgram process) {
        return AttachCheck.rulesOf(ProcessHandle.of(debugger.pid()).orElseThrow())
                .refusal(ProcessStatus.read(process.pid()).orElseThrow());
    }

    private static RunningProgram asNobody(String... command) {
        assumeTrue(
                ProcessStatus.read(ProcessHandle.current().pid())
                        .orElseThrow()
                        .users()
                        .equals(Set.of(0L)),
                "only root can start processes of other users");
        return RunningProgram.startAs(NOBODY, command);
    }

    private static ProcessStatus status(long pid, long capabilities) {
        Set<Long> ids = Set.of(NOBODY);
        return new ProcessStatus(
                pid, "sleep", 'S', pid, 0, 0, ids, ids, capabilities, capabilities, false, false, NOBODY);
    }
}
