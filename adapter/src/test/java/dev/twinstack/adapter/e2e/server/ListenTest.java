package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.Connection;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.ListeningServer;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.ServerProcess;
import dev.twinstack.adapter.dsl.Stop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that connect to a server: each has a session of its own. */
@EndToEnd
class ListenTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Test
    void aSessionGoesOnBesideOthersThatDie() {
        try (ListeningServer server = ListeningServer.start("--listen", "0");
                DebugSession session = DebugSession.open(server.connect(), Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            try (Connection dying = server.connect();
                    Connection leaving = server.connect()) {
                DapClient bereft = client(dying);
                ProcessHandle program = launchSpin(bereft);
                gdbOf(program).destroyForcibly();
                bereft.event("terminated");
                bereft.ask("disconnect", new JsonObject()).succeeded();
                DapClient rude = client(leaving);
                ProcessHandle abandoned = launchSpin(rude);
                rude.closeInput();
                assertThat(List.of(program, abandoned)).allMatch(Orphans::endsSoon);
            }
            stop.at("main.c@visit");
            session.clearBreakpoints("main.c");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aServerThatIsToldToEndEndsEverySession() {
        Path socket = Files.nowhere("twinstack.sock");
        Path go = Files.nowhere("go");
        try (RunningProgram running =
                        Launch.executable("spin").args(go.toString()).run().printed("running");
                ListeningServer server = ListeningServer.start("--listen", "unix:" + socket)) {
            DapClient attached = client(server.connect());
            begin(attached, Launch.attach(running));
            ProcessHandle launched = launchSpin(client(server.connect()));
            List<ProcessHandle> started =
                    server.process().handle().descendants().toList();
            assertThat(started).contains(launched);
            server.process().handle().destroy();
            assertThat(started).allMatch(Orphans::endsSoon);
            assertThat(socket).doesNotExist();
            assertThat(running.status("TracerPid")).isEqualTo("0");
            Files.create(go);
            assertThat(running.exitStatus()).isZero();
        }
    }

    @Test
    void aUnixSocketIsItsOwnersAlone() throws IOException {
        Path socket = Files.nowhere("twinstack.sock");
        String endpoint = "unix:" + socket;
        try (ListeningServer killed = ListeningServer.start("--listen", endpoint)) {
            assertThat(PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
            assertThat(refusal("--listen", endpoint)).contains("Another server listens on '" + socket + "'");
            killed.process().handle().destroyForcibly();
            killed.process().exitStatus();
        }
        assertThat(socket).exists();
        try (ListeningServer server = ListeningServer.start("--listen", endpoint);
                DebugSession session = DebugSession.open(server.connect(), Launch.executable("native"))) {
            assertThat(java.nio.file.Files.list(socket.getParent())).containsExactly(socket);
            session.start().exited(0);
        }
    }

    @Test
    void aFileIsNotTakenForAnOldSocket() {
        Path file = Files.nowhere("notes.txt");
        Files.write(file, "mine");
        assertThat(refusal("--listen", "unix:" + file)).contains("is there already and is no socket");
        assertThat(file).hasContent("mine");
    }

    @Test
    void withoutTheTokenNothingIsStarted() throws IOException {
        Path touched = Files.nowhere("touched");
        try (ListeningServer server = ListeningServer.start(
                        "--listen", "0", "--token-file", tokenFile().toString());
                Connection stranger = server.connect()) {
            DapClient client = client(stranger);
            client.ask("evaluate", Json.object("expression", "!touch " + touched, "context", "repl"))
                    .refused("demands a token");
            client.ask(
                            "launch",
                            Launch.executable("native")
                                    .with("token", TOKEN + "0")
                                    .arguments())
                    .refused("demands a token");
            client.awaitEnd();
            assertThat(server.process().handle().descendants()).isEmpty();
            assertThat(touched).doesNotExist();
            Launch launch = Launch.executable("native").with("token", TOKEN);
            try (DebugSession session = DebugSession.open(server.connect(), launch)) {
                session.start().exited(0);
                assertThat(session.output(output -> true).category("console")).doesNotContain("token");
            }
        }
    }

    @Test
    void aWebPageCannotSpeakThroughABrowser() throws IOException {
        String request =
                "{\"seq\":1,\"type\":\"request\",\"command\":\"initialize\",\"arguments\":{\"adapterID\":\"x\"}}";
        String post =
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + request.length() + "\r\n\r\n" + request;
        try (ListeningServer server = ListeningServer.start("--listen", "localhost:0");
                Connection browser = server.connect()) {
            browser.input().write(post.getBytes(StandardCharsets.US_ASCII));
            assertThat(browser.isHungUp()).isTrue();
            assertThat(server.process().handle().descendants()).isEmpty();
        }
    }

    @Test
    @Tag("matrix") // the server waits for ten seconds
    void whoSaysNothingIsNotWaitedFor() throws IOException {
        try (ListeningServer server = ListeningServer.start(
                        "--listen", "0", "--token-file", tokenFile().toString());
                Connection silent = server.connect();
                Connection hesitant = server.connect();
                Connection stranger = server.connect()) {
            hesitant.input().write("Content-Length: 100\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            DapClient client = client(stranger);
            client.awaitEnd();
            assertThat(silent.isHungUp()).isTrue();
            assertThat(hesitant.isHungUp()).isTrue();
            assertThat(server.process().errors().split("none was given for too long"))
                    .hasSize(3); // of the last two
            Launch launch = Launch.executable("native").with("token", TOKEN);
            try (DebugSession session = DebugSession.open(server.connect(), launch)) {
                session.start().exited(0);
            }
        }
    }

    private static Path tokenFile() throws IOException {
        Path file = Files.nowhere("token");
        Files.write(file, TOKEN + "\n");
        java.nio.file.Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** What a server says that cannot listen. */
    private static String refusal(String... options) {
        try (ServerProcess server = ServerProcess.startOfClasses(options)) {
            assertThat(server.exitStatus()).isEqualTo(1);
            return server.errors();
        }
    }

    private static DapClient client(Connection connection) {
        DapClient client = new DapClient(connection.output(), connection.input());
        client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
        return client;
    }

    private static void begin(DapClient client, Launch launch) {
        CompletableFuture<Response> begun = client.send(launch.request(), launch.arguments());
        client.event("initialized");
        client.ask("configurationDone", new JsonObject()).succeeded();
        client.await(launch.request(), begun).succeeded();
    }

    /** Runs a program that never ends by itself. */
    private static ProcessHandle launchSpin(DapClient client) {
        begin(client, Launch.executable("spin"));
        long pid = client.event("process").integer("systemProcessId");
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static ProcessHandle gdbOf(ProcessHandle program) {
        return program.parent().orElseThrow();
    }
}
