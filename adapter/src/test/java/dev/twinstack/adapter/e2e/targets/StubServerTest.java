package dev.twinstack.adapter.e2e.targets;

import static java.nio.file.Files.createSymbolicLink;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers of GDB's remote protocol that a session starts for itself, in the words of other adapters. */
@EndToEnd
class StubServerTest {
    @Test
    void aGdbserverOfCdtGdbAdapterRunsTheProgram() {
        Launch launch = Launch.executable("exits")
                .args("code", "3")
                .with("target", Json.object("type", "remote"))
                .with("sysroot", "/");
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.c@return");
            session.resume(session.start().stopped("breakpoint").at("main.c@return"));
            session.exited(3);
            assertThat(session.output(output -> true).ofDebuggee()).contains("way code");
        }
    }

    @Test
    void itsProgramGetsTheEnvironmentAndAllThatItPrintsComesBeforeItsEnd() {
        Launch echo = Launch.executable("echo").env("ECHO_A", "b c");
        Path go = Files.nowhere("go");
        String command = "gdbserver --once localhost:0 " + echo.path("program") + " | { text=$(cat); until [ -e " + go
                + " ]; do echo held back; sleep 0.05; done; echo \"$text\"; }";
        JsonObject target = Json.object("server", "/bin/sh", "serverParameters", List.of("-c", command));
        target.add("environment", Json.object("ECHO_B", "d"));
        try (DebugSession session =
                DebugSession.open(echo.with("target", target).with("sysroot", "/"))) {
            session.start();
            Files.comesTo(session.logFile(), "exited-normally");
            Files.create(go);
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee())
                    .containsPattern("directory [0-9a-f]+\n")
                    .contains("environment 4543484f5f413d622063\n") // ECHO_A=b c
                    .contains("environment 4543484f5f423d64\n"); // ECHO_B=d
        }
    }

    @Test
    void theEndOfItsProgramIsToldAtOnceWhateverTheServerPrintsOn() {
        Launch exits = Launch.executable("exits");
        String script = "while sleep 0.02; do echo on and on >&2; done & exec gdbserver --multi localhost:0";
        JsonObject target =
                Json.object("type", "extended-remote", "server", "/bin/sh", "serverParameters", List.of("-c", script));
        try (DebugSession session =
                DebugSession.open(exits.args("code", "3").with("target", target).with("sysroot", "/"))) {
            endIsToldAtOnce(session);
            assertThat(session.output(output -> true).ofDebuggee()).contains("way code");
        }
    }

    @Test
    void theEndOfItsProgramIsToldWhereTheServerEndsWithItAndALeftProcessCouldPrint() {
        Launch exits = Launch.executable("exits");
        String script = "sleep 20 & exec gdbserver --once localhost:0 " + exits.path("program") + " code 3";
        JsonObject target = Json.object("server", "/bin/sh", "serverParameters", List.of("-c", script));
        try (DebugSession session =
                DebugSession.open(exits.with("target", target).with("sysroot", "/"))) {
            endIsToldAtOnce(session);
        }
    }

    /** The server passes on output for ten seconds at the most; no end waits for that. */
    private static void endIsToldAtOnce(DebugSession session) {
        session.breakAt("main.c@return");
        Stop stop = session.start().stopped("breakpoint").at("main.c@return");
        long resumed = System.nanoTime();
        session.resume(stop);
        session.exited(3);
        assertThat(Duration.ofNanos(System.nanoTime() - resumed)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aSessionWhoseServerHasFailedStartsAnother() {
        Launch failing = Launch.executable("exits")
                .with("target", Json.object("server", "false", "serverParameters", List.of()));
        Launch launch = Launch.executable("exits")
                .args("code", "3")
                .with("target", Json.object("type", "remote"))
                .with("sysroot", "/");
        try (DebugSession session = DebugSession.open(
                launch, client -> client.ask("launch", failing.arguments()).refused("ended with status 1"))) {
            session.start().exited(3);
        }
    }

    @Test
    void aStubThatTakesOneConnectionIsKnownByItsFile() throws IOException {
        Launch exits = Launch.executable("exits");
        int port = freePort();
        Path emulator = createSymbolicLink(Files.nowhere("qemu-x86_64"), Path.of("/usr/bin/gdbserver"));
        List<String> parameters = List.of("--once", "localhost:" + port, exits.path("program"), "code", "5");
        Launch launch = exits.with(
                        "target",
                        Json.object("server", emulator.toString(), "serverParameters", parameters, "port", port))
                .with("sysroot", "/");
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(5);
            Files.comesTo(session.logFile(), "target-non-stop off");
            assertThat(Files.occurrences(session.logFile(), "target-non-stop on"))
                    .isZero();
        }
    }

    @Test
    void aServerOfCppdbgIsAwaited() throws IOException {
        int port = freePort();
        Launch exits = Launch.executable("exits");
        Launch launch = exits.with("miDebuggerServerAddress", "localhost:" + port)
                .with("debugServerPath", "/bin/sh")
                .with(
                        "debugServerArgs",
                        "-c 'exec gdbserver --once localhost:%d %s code 4'".formatted(port, exits.path("program")))
                .with("serverStarted", "Listening on port [0-9]+")
                .with("filterStderr", true)
                .with("sysroot", "/");
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(4);
            assertThat(session.output(output -> true).category("console"))
                    .doesNotContain("not known", "no effect")
                    .containsSubsequence("Listening on port", "Connecting to");
        }
    }

    @Test
    void aProcessThatItHoldsRunsOnBehindTheSession() {
        Path go = Files.nowhere("go");
        try (RunningProgram program =
                Launch.executable("spin").args(go.toString()).run().printed("running")) {
            List<String> parameters = List.of("--once", "--attach", "localhost:0", Long.toString(program.pid()));
            Launch attach = Launch.attach(program)
                    .without("processId")
                    .with("target", Json.object("server", "gdbserver", "serverParameters", parameters))
                    .with("sysroot", "/");
            try (DebugSession session = DebugSession.open(attach)) {
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint").at("main.c@tick");
                session.disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/no/such/server, '', '/no/such/server', cannot be started",
        "false, '', 'false', ended with status 1 before it listened",
        "gdbserver, --multi localhost:0, 'gdbserver', has not said within 500 ms that it listens ('no such words')",
    })
    void oneThatDoesNotListenIsTheReasonAndEnds(String server, String parameters, String name, String why) {
        JsonObject target = Json.object(
                "server",
                server,
                "serverParameters",
                List.of(parameters.split(" ")),
                "serverPortRegExp",
                "no such words",
                "portDetectionTimeout",
                500);
        DebugSession.refusal(Launch.executable("exits").with("target", target)).refused(name, why);
    }

    @Test
    void aFolderThatIsNotThereIsTheReason() {
        JsonObject target = Json.object("server", "gdbserver", "cwd", "/no/such/folder");
        DebugSession.refusal(Launch.executable("exits").with("target", target))
                .refused("'/no/such/folder', which is no folder", "correct its 'cwd'");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
