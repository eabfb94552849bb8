package dev.twinstack.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Response;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests that the client takes back. */
@EndToEnd
class CancelTest {
    private static final String LONG_CALL = "((int (*)(unsigned)) sleep)(1000)";

    @Test
    void theRequestAtWorkAndOneThatWaitsAreGivenUp() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame frame = session.start().stopped("breakpoint").top();
            DapClient client = session.client();
            CompletableFuture<Response> atWork = client.send("evaluate", evaluate(frame, LONG_CALL));
            int first = client.lastSeq();
            CompletableFuture<Response> waiting = client.send("threads", new JsonObject());
            client.send("cancel", Json.object("requestId", client.lastSeq()));
            session.ask("cancel", Json.object("requestId", first));
            client.await("evaluate", atWork).refused();
            assertThat(client.await("threads", waiting).message()).isEqualTo("cancelled");
            assertThat(session.threads()).hasSize(1);
        }
    }

    @Test
    void aRequestThatIsDoneCannotBeTakenBack() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.threads();
            session.ask("cancel", Json.object("requestId", session.client().lastSeq()));
            session.threads();
            session.start().exited(0);
        }
    }

    private static JsonObject evaluate(Frame frame, String expression) {
        return Json.object("expression", expression, "frameId", frame.id(), "context", "repl");
    }
}
