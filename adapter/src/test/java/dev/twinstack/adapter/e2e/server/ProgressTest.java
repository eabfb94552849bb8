package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Event;
import dev.twinstack.adapter.dsl.FakeGdb;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A beginning that takes long is shown, and can be taken back. */
@EndToEnd
class ProgressTest {
    @Test
    void aSlowStartIsShownUntilItsEndAndAnUnusualOneIsTold() {
        Launch launch =
                Launch.executable("native").with("gdb", FakeGdb.slow(3.1).toString());
        try (DebugSession session = DebugSession.open(launch)) {
            Event start = session.client().event("progressStart");
            assertThat(start.text("title")).startsWith("Starting ");
            assertThat(start.text("message")).isEqualTo("GDB starts");
            assertThat(Json.flag(start.body(), "cancellable")).isTrue();
            session.output(output -> output.category("console").contains("GDB is not ready after 3 seconds"));
            Event end = session.client().event("progressEnd");
            assertThat(end.text("progressId")).isEqualTo(start.text("progressId"));
            assertThat(end.body().has("message")).isFalse();
            session.start().exited(0);
        }
    }

    @Test
    void aClientThatDoesNotShowItIsNotTold() {
        JsonObject client = ClientCapabilities.likeVsCode();
        client.remove("supportsProgressReporting");
        Launch launch =
                Launch.executable("native").with("gdb", FakeGdb.slow(1.5).toString());
        try (DebugSession session = DebugSession.open(EmbeddedServer.start(), client, launch)) {
            session.start().exited(0);
            assertThat(session.client().recording().messages())
                    .noneMatch(message -> message.isEvent() && message.name().startsWith("progress"));
            assertThat(session.output(output -> true).category("console")).doesNotContain("GDB is not ready");
        }
    }

    @Test
    void theStartOfGdbIsTakenBack() {
        Launch silent = Launch.executable("native").with("gdb", FakeGdb.silent().toString());
        try (DebugSession session =
                DebugSession.open(Launch.executable("native"), client -> takeBack(client, silent))) {
            session.start().exited(0);
        }
    }

    @Test
    void anAttachIsTakenBackWhileGdbReadsSymbols() {
        try (RunningProgram program = Launch.executable("spin").run().printed("running")) {
            Launch slow = Launch.attach(program)
                    .with("gdb", FakeGdb.slowToReadSymbols().toString());
            try (DebugSession session = DebugSession.open(Launch.attach(program), client -> takeBack(client, slow))) {
                session.start();
                assertThat(program.status("TracerPid")).isNotEqualTo("0");
                session.disconnect(new JsonObject());
            }
            assertThat(program.status("TracerPid")).isEqualTo("0");
        }
    }

    @Test
    void theWaitForAProcessIsTakenBack() {
        Launch wait = Launch.attach(TestProgram.named("native")).with("waitFor", "no-such-program");
        try (DebugSession session = DebugSession.open(Launch.executable("native"), client -> takeBack(client, wait))) {
            session.start().exited(0);
        }
    }

    @Test
    void aPipeWhoseSecondConnectionHangsIsTakenBack() {
        Path used = Files.nowhere("used");
        String once = "[ -e '" + used + "' ] && exec sleep 300; : > '" + used + "'; exec \"$@\"";
        Launch hanging = Launch.executable("native").with("pipe", List.of("sh", "-c", once, "sh"));
        try (DebugSession session =
                DebugSession.open(Launch.executable("native"), client -> takeBack(client, hanging))) {
            session.start().exited(0);
        }
    }

    /** Begins a session, and cancels it by what is shown of it. */
    private static void takeBack(DapClient client, Launch slow) {
        CompletableFuture<Response> begun = client.send(slow.request(), slow.arguments());
        int request = client.lastSeq();
        Event start = client.event("progressStart");
        assertThat(start.integer("requestId")).isEqualTo(request);
        client.ask("cancel", Json.object("progressId", start.text("progressId")))
                .succeeded();
        assertThat(client.await(slow.request(), begun).message()).isEqualTo("cancelled");
        assertThat(client.event("progressEnd").text("message")).isEqualTo("Given up");
    }
}
