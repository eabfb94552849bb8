package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Server;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that leaves in the middle of something, or leaves a GDB that hangs: nothing that was started stays. */
@EndToEnd
class ClientLeavesTest {
    /** How far a session has come; each begins where the one before has ended. */
    private enum Phase {
        CONNECTED(client -> {}),
        INITIALIZED(client ->
                client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded()),
        LAUNCHING(client -> client.send("launch", Launch.executable("spin").arguments())),
        CONFIGURING(client -> {
            client.event("initialized");
            JsonObject tick = Json.object("name", "tick");
            client.ask("setFunctionBreakpoints", Json.object("breakpoints", List.of(tick)))
                    .succeeded();
        }),
        STARTING(client -> client.send("configurationDone", new JsonObject())),
        STOPPED(client -> client.event("stopped")),
        STEPPING(client -> client.send("next", Json.object("threadId", 1))),
        READING(client -> {
            client.event("stopped");
            client.send("stackTrace", Json.object("threadId", 1));
            client.send("evaluate", Json.object("expression", "-exec python while True: pass", "context", "repl"));
        });

        private final Consumer<DapClient> step;

        Phase(Consumer<DapClient> step) {
            this.step = step;
        }

        /** Takes a new session so far. */
        void reach(DapClient client) {
            Stream.of(values()).limit(ordinal() + 1L).forEach(phase -> phase.step.accept(client));
        }
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void aClientGoesAway(Phase last) {
        leaves(last::reach, DapClient::closeInput);
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void aClientDisconnects(Phase last) {
        leaves(last::reach, ClientLeavesTest::disconnect);
    }

    @Test
    void aGdbThatHangsCanBeLeft() {
        leaves(
                client -> {
                    Phase.STOPPED.reach(client);
                    hang();
                    client.send("stackTrace", Json.object("threadId", 1));
                },
                ClientLeavesTest::disconnect);
    }

    @Test
    @Tag("matrix") // the adapter waits for half a minute
    void aGdbThatHangsIsTold() {
        leaves(
                client -> {
                    Phase.STOPPED.reach(client);
                    hang();
                    CompletableFuture<Response> answer = client.send("stackTrace", Json.object("threadId", 1));
                    answer.join().refused("GDB has not answered", "end the session");
                },
                ClientLeavesTest::disconnect);
    }

    private static void leaves(Consumer<DapClient> before, Consumer<DapClient> leaving) {
        List<ProcessHandle> started;
        try (Server server = EmbeddedServer.start()) {
            DapClient client = new DapClient(server.output(), server.input());
            before.accept(client);
            started = ProcessHandle.current().descendants().toList();
            leaving.accept(client);
        }
        assertThat(started).allMatch(Orphans::endsSoon);
    }

    private static void disconnect(DapClient client) {
        client.ask("disconnect", new JsonObject()).succeeded();
    }

    private static void hang() {
        List<String> debuggers = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/gdb"))
                .map(gdb -> Long.toString(gdb.pid()))
                .toList();
        assertThat(debuggers).hasSize(1);
        Commands.run(
                "timeout",
                "10",
                "sh",
                "-c",
                "kill -s STOP $0 && until grep -q '^State:.T' /proc/$0/status; do sleep 0.1; done",
                debuggers.get(0));
    }
}
