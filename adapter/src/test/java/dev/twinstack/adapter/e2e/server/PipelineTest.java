package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Stop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Clients send requests without waiting for answers. */
@EndToEnd
class PipelineTest {
    @Test
    void manyRequestsAtOnceAreAllAnswered() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            JsonObject stack = Json.object("threadId", stop.threadId(), "startFrame", 0, "levels", 1);
            JsonObject frame = Json.object("frameId", stop.top().id());
            DapClient client = session.client();
            List<CompletableFuture<Response>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> i % 2 == 0 ? client.send("stackTrace", stack) : client.send("scopes", frame))
                    .toList();
            assertThat(answers)
                    .allSatisfy(answer -> client.await("a request", answer).succeeded());
        }
    }

    @Test
    void whatFollowsAStepInTheQueueIsRefusedOrSeesTheNewStop() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@body");
            Stop stop = session.start().stopped("breakpoint");
            JsonObject thread = Json.object("threadId", stop.threadId());
            for (int i = 0; i < 10; i++) {
                CompletableFuture<Response> step = session.client().send("next", thread);
                CompletableFuture<Response> stack = session.client().send("stackTrace", thread);
                session.client().await("next", step).succeeded();
                session.client().await("stackTrace", stack);
                session.stopped(i % 2 == 0 ? "step" : "breakpoint");
            }
        }
    }

    @Test
    void aPauseBehindAContinueStopsTheProgram() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.breakAt("main.c@tick");
            Stop stop = session.start().stopped("breakpoint");
            session.clearBreakpoints("main.c");
            JsonObject thread = Json.object("threadId", stop.threadId());
            session.client().send("continue", thread);
            session.ask("pause", thread);
            session.stopped("pause");
        }
    }

    @Test
    void aDisconnectOvertakesWhatWaits() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.breakAt("main.c@tick");
            Stop stop = session.start().stopped("breakpoint");
            JsonObject stack = Json.object("threadId", stop.threadId());
            IntStream.range(0, 50).forEach(i -> session.client().send("stackTrace", stack));
            session.disconnect(new JsonObject());
        }
    }
}
