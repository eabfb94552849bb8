package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A GDB that is started, asked and interrupted. */
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

    @Test
    void itsPythonStartsWithoutWhatIsMeantForTheDebuggees() {
        GdbOptions options = GdbOptions.defaults()
                .withEnvironment(Map.of("PYTHONHOME", "/nonexistent"))
                .withPythonAside();
        try (GdbProcess gdb = GdbProcess.start(options, events::add)) {
            assertThat(gdb.features().hasPython()).isTrue();
            assertThat(console(gdb.connection(), "show environment " + GdbOptions.ASIDE + "PYTHONHOME"))
                    .contains("/nonexistent");
        }
    }

    @Test
    void withoutThatWishVariablesOfPythonKeepTheirNames() {
        GdbOptions options = GdbOptions.defaults().withEnvironment(Map.of("PYTHONHASHSEED", "7"));
        try (GdbProcess gdb = GdbProcess.start(options, events::add)) {
            assertThat(console(gdb.connection(), "show environment PYTHONHASHSEED"))
                    .contains("PYTHONHASHSEED = 7");
        }
    }

    @Test
    void startsFromAPathThatLooksLikeAnAssignment() throws Exception {
        Path gdb = Files.createDirectory(directory.resolve("a=b")).resolve("gdb");
        Files.writeString(gdb, "#!/bin/sh\nexec gdb \"$@\"\n");
        Files.setPosixFilePermissions(gdb, PosixFilePermissions.fromString("rwx------"));
        try (GdbProcess started = GdbProcess.start(GdbOptions.defaults().withGdb(gdb.toString()), events::add)) {
            assertThat(started.features().hasPython()).isTrue();
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
}
