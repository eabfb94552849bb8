package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is no GDB, or one that will not do, is refused in a sentence. */
@Timeout(60)
class GdbUnavailableTest {
    private final BlockingQueue<MiRecord> events = new LinkedBlockingQueue<>();

    @TempDir
    private Path directory;

    @Test
    void aMissingGdbIsToldInASentence() {
        assertThatThrownBy(() -> GdbProcess.start(GdbOptions.defaults().withGdb("/no/such/gdb"), events::add))
                .isInstanceOf(GdbUnavailableException.class)
                .hasMessageStartingWith(
                        "The GDB '/no/such/gdb' cannot be started (No such file or directory). Install");
        assertThatThrownBy(() ->
                        GdbProcess.start(GdbOptions.defaults().withDirectory(directory.resolve("gone")), events::add))
                .isInstanceOf(GdbUnavailableException.class)
                .hasMessageContaining("no such directory");
    }

    @Test
    void aGdbThatExitsAtOnceIsToldWithItsLastWords() throws Exception {
        GdbOptions options =
                GdbOptions.defaults().withGdb(Script.in(directory, "echo 'libfoo.so: cannot open.' >&2; exit 127"));
        try (GdbProcess gdb = GdbProcess.start(options, events::add)) {
            assertThatThrownBy(gdb::features)
                    .isInstanceOf(GdbUnavailableException.class)
                    .hasMessageContaining("status 127")
                    .hasMessageContaining("libfoo.so: cannot open. Install");
        }
    }

    @Test
    void aGdbThatSaysNothingIsEndedInTime() throws Exception {
        GdbOptions options = GdbOptions.defaults()
                .withGdb(Script.in(directory, "sleep 300 & wait"))
                .withAnswerTimeout(Duration.ofMillis(500));
        assertThatThrownBy(() -> GdbProcess.start(options, events::add))
                .isInstanceOf(GdbUnavailableException.class)
                .hasMessageContaining("within 500 ms");
        assertThat(ProcessHandle.current().descendants()).noneMatch(GdbProcessEndTest::runs);
    }

    @Test
    void aGdbBeforeNineIsStartedAgainWithMi2() throws Exception {
        String gdb = Script.gdbWithoutMi3(directory);
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
        return Script.in(
                directory,
                "echo '=thread-group-added,id=\"i1\"'\n"
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
}
