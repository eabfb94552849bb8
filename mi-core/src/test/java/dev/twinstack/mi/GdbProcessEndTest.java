package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of GDB, of whoever started it and of what it started. */
@Timeout(60)
class GdbProcessEndTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final BlockingQueue<MiRecord> events = new LinkedBlockingQueue<>();

    @TempDir
    private Path directory;

    @Test
    void endsWithItsDebuggeeAndItsChildren() throws Exception {
        GdbProcess gdb = GdbProcess.start(GdbOptions.defaults(), events::add);
        List<ProcessHandle> children = runSleepingFamily(gdb);
        gdb.close();
        assertThat(gdb.isAlive()).isFalse();
        assertThat(children).hasSizeGreaterThanOrEqualTo(2).noneMatch(GdbProcessEndTest::runs);
        assertThat(gdb.connection().closed()).isDone();
    }

    @Test
    void endsEvenWhenGdbIsFrozen() throws Exception {
        GdbProcess gdb = GdbProcess.start(GdbOptions.defaults(), events::add);
        List<ProcessHandle> children = runSleepingFamily(gdb);
        signal("STOP", gdb.pid());
        assertThatThrownBy(() -> gdb.connection().ask(MiCommand.of("-list-features"), Duration.ofMillis(300)))
                .isInstanceOf(MiTimeoutException.class);
        gdb.close();
        assertThat(gdb.isAlive()).isFalse();
        assertThat(children).hasSizeGreaterThanOrEqualTo(2).noneMatch(GdbProcessEndTest::runs);
    }

    @Test
    void oneThatIsNotNeededIsNotAskedToFinish() throws Exception {
        MiTranscript said = new MiTranscript();
        GdbProcess gdb = GdbProcess.start(GdbOptions.defaults().withTranscript(said), events::add);
        gdb.features();
        gdb.connection().send(MiCommand.console("python import time; time.sleep(1000)"));
        gdb.discard();
        assertThat(gdb.isAlive()).isFalse();
        assertThat(gdb.connection().closed()).isDone();
        assertThat(said.text()).contains("time.sleep").doesNotContain("-gdb-exit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void nothingOutlivesAProgramThatIsKilled(String signal) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process program = new ProcessBuilder(java, "-cp", classPath, LonelySession.class.getName()).start();
        try (BufferedReader pids = program.inputReader()) {
            ProcessHandle gdb =
                    ProcessHandle.of(Long.parseLong(pids.readLine())).orElseThrow();
            ProcessHandle debuggee =
                    ProcessHandle.of(Long.parseLong(pids.readLine())).orElseThrow();
            signal(signal, program.pid());
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertEnds(gdb);
            assertEnds(debuggee);
        }
    }

    private static void assertEnds(ProcessHandle process) throws InterruptedException {
        for (int i = 0; i < 500 && runs(process); i++) {
            Thread.sleep(20);
        }
        assertThat(runs(process)).isFalse();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor();
    }

    @Test
    void childrenMayBeKept() throws Exception {
        GdbProcess gdb = GdbProcess.start(GdbOptions.defaults(), events::add);
        List<ProcessHandle> children = runSleepingFamily(gdb);
        gdb.connection().ask(MiCommand.of("-exec-interrupt"), SOON);
        awaitAsync("stopped");
        gdb.connection().ask(MiCommand.of("-target-detach"), SOON);
        gdb.closeKeepingChildren();
        assertThat(gdb.isAlive()).isFalse();
        assertThat(children).allMatch(GdbProcessEndTest::runs);
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** A shell that waits for a child of its own; both run, under GDB, when this returns. */
    private List<ProcessHandle> runSleepingFamily(GdbProcess gdb) throws Exception {
        MiConnection connection = gdb.connection();
        connection.ask(MiCommand.of("-file-exec-and-symbols").parameter("/bin/sh"), SOON);
        connection.ask(MiCommand.of("-exec-arguments").verbatim(Script.in(directory, "sleep 300 & wait")), SOON);
        connection.ask(MiCommand.of("-exec-run"), SOON);
        awaitAsync("running");
        ProcessHandle process = ProcessHandle.of(gdb.pid()).orElseThrow();
        long deadline = System.nanoTime() + SOON.toNanos();
        while (process.descendants().count() < 2 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        return process.descendants().toList();
    }

    private void awaitAsync(String asyncClass) throws InterruptedException {
        MiRecord record;
        do {
            record = events.poll(20, TimeUnit.SECONDS);
            assertThat(record).as("record before " + asyncClass).isNotNull();
        } while (!(record instanceof MiRecord.Async async && async.asyncClass().equals(asyncClass)));
    }

    @Test
    void deathOfGdbIsToldToEveryWaiter() {
        GdbProcess gdb = GdbProcess.start(GdbOptions.defaults(), events::add);
        gdb.features();
        CompletableFuture<MiRecord.Result> reply = gdb.connection().send(MiCommand.console("shell sleep 100"));
        ProcessHandle.of(gdb.pid()).orElseThrow().destroyForcibly();
        assertThat(reply)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(MiClosedException.class)
                .withMessageContaining("GDB has ended with status 137");
        gdb.close();
    }

    /** A zombie that nobody has reaped yet runs no more. */
    static boolean runs(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }
}
