package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GdbProcessTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final BlockingQueue<MiRecord> events = new LinkedBlockingQueue<>();

    @TempDir
    private Path directory;

    @Test
    void startsSetsUpAndTellsItsFeatures() {
        MiTranscript transcript = new MiTranscript();
        try (GdbProcess gdb = GdbProcess.start(GdbOptions.defaults().withTranscript(transcript), events::add)) {
            GdbFeatures features = gdb.features();
            assertThat(features.version().isAtLeast(9, 1)).isTrue();
            assertThat(features.interpreter()).isEqualTo("mi3");
            assertThat(features.hasPython()).isTrue();
            assertThat(features.pythonVersion()).startsWith("3.");
            assertThat(features.hasMiCommand()).isEqualTo(features.version().isAtLeast(12, 1));
            assertThat(features.miFeatures()).contains("python", "pending-breakpoints");
            assertThat(show(gdb, "mi-async")).isEqualTo("on");
            assertThat(show(gdb, "confirm")).isEqualTo("off");
            assertThat(show(gdb, "pagination")).isEqualTo("off");
            assertThat(show(gdb, "width")).isIn("0", "unlimited");
            assertThat(events).noneMatch(MiRecord.Stream.class::isInstance);
            assertThat(transcript.text()).contains("mi-async on").contains("GNU gdb");
        }
    }

    private static String show(GdbProcess gdb, String setting) {
        return gdb.connection()
                .ask(MiCommand.of("-gdb-show").verbatim(setting), SOON)
                .text("value");
    }

    @Test
    void quotingReachesGdbUnchanged() throws Exception {
        Path odd = Files.createDirectory(directory.resolve("a b'c\"d\\e é\tf"));
        Path program = Files.copy(Path.of("/bin/sleep"), odd.resolve("my sleep"));
        try (GdbProcess gdb = GdbProcess.start(GdbOptions.defaults(), events::add)) {
            MiConnection connection = gdb.connection();
            connection.ask(MiCommand.of("-file-exec-and-symbols").parameter(program.toString()), SOON);
            String python = "import gdb; print(ascii(gdb.current_progspace().filename))";
            assertThat(console(connection, "python " + python)).isEqualTo(pythonAscii(program.toString()));
            connection.ask(MiCommand.console("file " + MiCommand.consoleWord(program.toString())), SOON);
            connection.ask(MiCommand.of("-environment-cd").parameter(odd.toString()), SOON);
            assertThat(connection.ask(MiCommand.of("-environment-pwd"), SOON).text("cwd"))
                    .isEqualTo(odd.toString());
            connection.ask(MiCommand.console("python x = '''1\n2 \"q\" \\\\ é\u0001'''"), SOON);
            assertThat(console(connection, "python print(ascii(x))")).isEqualTo("'1\\n2 \"q\" \\\\ \\xe9\\x01'\n");
        }
    }

    private static String pythonAscii(String path) {
        return "'"
                + path.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("é", "\\xe9")
                        .replace("\t", "\\t") + "'\n";
    }

    private String console(MiConnection connection, String command) {
        events.clear();
        connection.ask(MiCommand.console(command), SOON);
        StringBuilder text = new StringBuilder();
        events.forEach(record -> {
            if (record instanceof MiRecord.Stream stream) {
                text.append(stream.text());
            }
        });
        return text.toString();
    }

    @Test
    void interruptEndsACommandWithQuit() throws Exception {
        try (GdbProcess gdb = GdbProcess.start(GdbOptions.defaults(), events::add)) {
            gdb.features();
            Path loop = Files.writeString(directory.resolve("loop.gdb"), "while 1\nend\n");
            assertQuit(gdb, "source " + MiCommand.consoleWord(loop.toString()));
            assertQuit(gdb, "source " + MiCommand.consoleWord(loop.toString()));
            assertThat(gdb.connection()
                            .ask(MiCommand.of("-list-features"), SOON)
                            .has("features"))
                    .isTrue();
        }
    }

    private static void assertQuit(GdbProcess gdb, String endless) throws Exception {
        CompletableFuture<MiRecord.Result> reply = gdb.connection().send(MiCommand.console(endless));
        // GDB drops a signal that comes before it has begun the command.
        for (int i = 0; i < 50 && !reply.isDone(); i++) {
            Thread.sleep(100);
            gdb.interrupt();
        }
        assertThat(reply)
                .as(endless)
                .failsWithin(SOON)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        MiErrorException.class,
                        error -> assertThat(error.isQuit())
                                .as(error.getMessage())
                                .isTrue());
    }

    @Test
    void endsWithItsDebuggeeAndItsChildren() throws Exception {
        GdbProcess gdb = GdbProcess.start(GdbOptions.defaults(), events::add);
        List<ProcessHandle> children = runSleepingFamily(gdb);
        gdb.close();
        assertThat(gdb.isAlive()).isFalse();
        assertThat(children).hasSizeGreaterThanOrEqualTo(2).noneMatch(GdbProcessTest::runs);
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
        assertThat(children).hasSizeGreaterThanOrEqualTo(2).noneMatch(GdbProcessTest::runs);
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
        assertThat(children).allMatch(GdbProcessTest::runs);
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** A shell that waits for a child of its own; both run, under GDB, when this returns. */
    private List<ProcessHandle> runSleepingFamily(GdbProcess gdb) throws Exception {
        MiConnection connection = gdb.connection();
        connection.ask(MiCommand.of("-file-exec-and-symbols").parameter("/bin/sh"), SOON);
        connection.ask(MiCommand.of("-exec-arguments").verbatim(script("sleep 300 & wait")), SOON);
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

    /** A zombie that nobody has reaped yet runs no more. */
    private static boolean runs(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
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

    @Test
    void environmentAndDirectoryReachGdb() {
        Map<String, String> variables = new HashMap<>();
        variables.put("TWINSTACK_TEST", "a b");
        variables.put("PATH_TO_NOWHERE", null);
        GdbOptions options = GdbOptions.defaults()
                .withEnvironment(variables)
                .withDirectory(directory)
                .withArguments(List.of("-ex", "set $x = 7"));
        try (GdbProcess gdb = GdbProcess.start(options, events::add)) {
            gdb.features();
            assertThat(console(gdb.connection(), "python import os; print(os.environ['TWINSTACK_TEST'], os.getcwd())"))
                    .isEqualTo("a b " + directory + "\n");
            assertThat(console(gdb.connection(), "output $x")).isEqualTo("7");
        }
    }

    @Test
    void aMissingGdbIsToldInASentence() {
        assertThatThrownBy(() -> GdbProcess.start(GdbOptions.defaults().withGdb("/no/such/gdb"), events::add))
                .isInstanceOf(GdbUnavailableException.class)
                .hasMessageStartingWith("The GDB '/no/such/gdb' cannot be started")
                .hasMessageContaining("No such file");
        assertThatThrownBy(() ->
                        GdbProcess.start(GdbOptions.defaults().withDirectory(directory.resolve("gone")), events::add))
                .isInstanceOf(GdbUnavailableException.class)
                .hasMessageContaining("no such directory");
    }

    @Test
    void aGdbThatExitsAtOnceIsToldWithItsLastWords() throws Exception {
        GdbOptions options = GdbOptions.defaults().withGdb(script("echo 'libfoo.so: cannot open' >&2; exit 127"));
        try (GdbProcess gdb = GdbProcess.start(options, events::add)) {
            assertThatThrownBy(gdb::features)
                    .isInstanceOf(GdbUnavailableException.class)
                    .hasMessageContaining("status 127")
                    .hasMessageContaining("libfoo.so: cannot open");
        }
    }

    @Test
    void aGdbThatSaysNothingIsEndedInTime() throws Exception {
        GdbOptions options =
                GdbOptions.defaults().withGdb(script("sleep 300 & wait")).withAnswerTimeout(Duration.ofMillis(500));
        assertThatThrownBy(() -> GdbProcess.start(options, events::add))
                .isInstanceOf(GdbUnavailableException.class)
                .hasMessageContaining("within 500 ms");
        assertThat(ProcessHandle.current().descendants()).noneMatch(GdbProcessTest::runs);
    }

    @Test
    void aGdbBeforeNineIsStartedAgainWithMi2() throws Exception {
        String gdb = script(
                "case \"$*\" in *mi3*) echo \"Interpreter \\`mi3' unrecognized\" >&2; exit 1;; esac; exec gdb \"$@\"");
        try (GdbProcess process = GdbProcess.start(GdbOptions.defaults().withGdb(gdb), events::add)) {
            assertThat(process.features().interpreter()).isEqualTo("mi2");
        }
    }

    @Test
    void aGdbWithoutPythonIsRefusedUnlessThatWillDo() throws Exception {
        GdbOptions options = GdbOptions.defaults().withGdb(answering("GNU gdb (GDB) 12.1", "^error,msg=\"no Python\""));
        try (GdbProcess gdb = GdbProcess.start(options, events::add)) {
            assertThatThrownBy(gdb::features)
                    .isInstanceOf(GdbUnavailableException.class)
                    .hasMessageContaining("without Python");
        }
        try (GdbProcess gdb = GdbProcess.start(options.withoutPython(), events::add)) {
            assertThat(gdb.features().hasPython()).isFalse();
            assertThat(gdb.features().version()).hasToString("12.1");
        }
    }

    @Test
    void oldGdbAndOldPythonAreRefused() throws Exception {
        assertRefused(answering("GNU gdb (GDB) 7.12", "^done"), "is version 7.12");
        assertRefused(answering("GNU gdb (GDB) 9.2", "~\"gdb-python 2.7 False\\n\"\n$t^done"), "has Python 2.7");
    }

    private void assertRefused(String path, String why) {
        try (GdbProcess gdb = GdbProcess.start(GdbOptions.defaults().withGdb(path), events::add)) {
            assertThatThrownBy(gdb::features)
                    .isInstanceOf(GdbUnavailableException.class)
                    .hasMessageContaining(why)
                    .hasMessageEndingWith("set \"gdb\" to the path of one.");
        }
    }

    /** A program that speaks just enough MI to be asked for its version and its Python. */
    private String answering(String banner, String toProbe) throws IOException {
        return script("echo '=thread-group-added,id=\"i1\"'\n"
                + "while read -r line; do\n"
                + "  t=${line%%-*}\n"
                + "  case $line in\n"
                + "    *-gdb-version) printf '%s\\n' '~\"" + banner + "\\n\"'; echo \"$t^done\";;\n"
                + "    *-list-features) echo \"$t^done,features=[]\";;\n"
                + "    *-interpreter-exec*) printf '%s\\n' \"" + probeReply(toProbe) + "\";;\n"
                + "    *-gdb-exit) exit 0;;\n"
                + "    *) echo \"$t^done\";;\n"
                + "  esac\n"
                + "done\n");
    }

    private static String probeReply(String reply) {
        String escaped = reply.replace("\\", "\\\\").replace("\"", "\\\"");
        return reply.startsWith("^") ? "$t" + escaped : escaped;
    }

    private String script(String body) throws IOException {
        Path file = Files.createTempFile(
                directory,
                "gdb",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        return file.toString();
    }
}
