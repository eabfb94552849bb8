package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PipedGdbTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final GdbPipe SHELL = new GdbPipe(List.of("sh", "-c"), null, Map.of());

    @TempDir
    private Path directory;

    private static GdbProcess start(GdbPipe pipe) {
        return GdbProcess.start(GdbOptions.defaults().withPipe(pipe), record -> {});
    }

    @Test
    void runsInADirectoryOfItsOwnThatGoesWithIt() {
        Path there;
        try (GdbProcess gdb = start(SHELL)) {
            GdbPlace place = gdb.place().orElseThrow();
            there = Path.of(place.directory());
            assertThat(gdb.connection()
                            .ask(MiCommand.of("-environment-pwd"), SOON)
                            .text("cwd"))
                    .isEqualTo(there.toString());
            assertThat(place.start()).isEqualTo(Path.of("").toAbsolutePath().toString());
            assertThat(ProcessHandle.of(place.pid())
                            .orElseThrow()
                            .info()
                            .arguments()
                            .orElseThrow())
                    .contains("--interpreter=mi3");
        }
        assertThat(there).doesNotExist();
    }

    @Test
    void whatALoginSaysIsPassedOver() {
        try (GdbProcess gdb =
                start(new GdbPipe(List.of("sh", "-c", "echo 'Welcome!'; exec ${debuggerCommand}"), null, Map.of()))) {
            assertThat(gdb.features().hasPython()).isTrue();
        }
    }

    @Test
    void isInterruptedThroughAnotherPipe() throws Exception {
        try (GdbProcess gdb = start(SHELL)) {
            gdb.features();
            CompletableFuture<MiRecord.Result> endless =
                    gdb.connection().send(MiCommand.console("python while True: pass"));
            for (int i = 0; i < 50 && !endless.isDone(); i++) {
                Thread.sleep(100);
                gdb.interrupt();
            }
            assertThat(endless).isCompletedExceptionally();
        }
    }

    @Test
    void oneThatHangsIsKilledAndLeavesNothing() {
        Path there;
        ProcessHandle hung;
        try (GdbProcess gdb = start(SHELL)) {
            gdb.features();
            GdbPlace place = gdb.place().orElseThrow();
            there = Path.of(place.directory());
            hung = ProcessHandle.of(place.pid()).orElseThrow();
            gdb.connection()
                    .send(
                            MiCommand.console(
                                    "python import signal, time; signal.pthread_sigmask(signal.SIG_BLOCK, {15}); time.sleep(1000)"));
        }
        assertThat(hung.isAlive()).isFalse();
        assertThat(there).doesNotExist();
    }

    @Test
    void whatCannotBeAPipeIsTold() throws Exception {
        refused(List.of("/nowhere/ssh"), "The pipe '/nowhere/ssh' cannot be started", "Correct \"pipe\"");
        refused(
                List.of("sh", "-c", "echo 'No such host.' >&2; exit 255"),
                "ended with status 255",
                "said: No such host.");
        Path gdb = directory.resolve("no gdb");
        GdbOptions options = GdbOptions.defaults().withPipe(SHELL).withGdb(gdb.toString());
        try (GdbProcess started = GdbProcess.start(options, record -> {})) {
            assertThatThrownBy(started::features).hasMessageContainingAll(gdb.toString(), "not found", "127");
        }
    }

    private static void refused(List<String> command, String... words) {
        assertThatThrownBy(() -> start(new GdbPipe(command, null, Map.of())))
                .isInstanceOf(GdbUnavailableException.class)
                .hasMessageContainingAll(words);
    }
}
