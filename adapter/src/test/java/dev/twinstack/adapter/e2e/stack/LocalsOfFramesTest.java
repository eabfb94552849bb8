package dev.twinstack.adapter.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The locals of many frames in one request. */
@EndToEnd
class LocalsOfFramesTest {
    @OnSystemPython
    void theyAreThoseOfEachFramesScope(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            session.breakAt("values.c@look");
            List<Frame> frames = session.start().stopped("breakpoint").stack().frames();
            List<Variables> found = locals(session, frames);
            Files.comesTo(session.logFile(), "twinstack several");
            assertThat(session.logFile()).content().doesNotContain("twinstack locals");
            assertThat(found).hasSameSizeAs(frames);
            for (int i = 0; i < frames.size(); i++) {
                Variables expected = frames.get(i).locals();
                assertThat(found.get(i).names()).isEqualTo(expected.names());
                assertThat(found.get(i).values()).isEqualTo(expected.values());
            }
            assertThat(found.get(0).names()).contains("plain");
            session.client().ask("twinstack.locals", new JsonObject()).refused("Locals of which frames?");
        }
    }

    /** GDB's own answer for a frame that is no longer there is a sentence, and the others are told. */
    @OnSystemPython
    void oneThatCannotBeReadTakesNoOtherWithIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            session.breakAt("values.c@look");
            List<Frame> frames = session.start().stopped("breakpoint").stack().frames();
            Frame look = frames.get(0);
            look.tryToEvaluate(
                            "-exec python from twinstack.native import operations; operations.variables_of = None",
                            "repl")
                    .succeeded();
            JsonObject body = ask(session, frames);
            assertThat(problem(body, 0)).contains("Twinstack has a defect");
            int zoo = frames.indexOf(frames.stream()
                    .filter(frame -> frame.name().equals("zoo"))
                    .findFirst()
                    .orElseThrow());
            assertThat(Variables.in(session, told(body, zoo)).names()).contains("table");
        }
    }

    /** A report asks for those of 64 frames at once, and waits for a minute. */
    @Tag("matrix")
    @Test
    void thoseThatTakeLongDoNotHoldUpAllOthers() {
        try (DebugSession session = DebugSession.open(Launch.python("values", Pythons.system()))) {
            session.breakAt("values.c@look");
            List<Frame> frames = session.start().stopped("breakpoint").stack().frames();
            frames.get(0)
                    .tryToEvaluate(
                            "-exec python import time; from twinstack.native import operations; operations.variables_of = lambda *_: time.sleep(7) or []",
                            "repl")
                    .succeeded();
            JsonObject body = ask(session, frames);
            assertThat(problem(body, 0)).isEmpty();
            assertThat(problem(body, frames.size() - 1)).contains("The locals were not read");
        }
    }

    @OnSystemPython
    void allOfARequestThatIsTakenBackIsCancelled(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            session.breakAt("values.c@look");
            List<Frame> frames = session.start().stopped("breakpoint").stack().frames();
            frames.get(0)
                    .tryToEvaluate(
                            "-exec python import time; from twinstack.native import operations; operations.variables_of = lambda *_: time.sleep(1000)",
                            "repl")
                    .succeeded();
            DapClient client = session.client();
            CompletableFuture<Response> asked = client.send("twinstack.locals", idsOf(frames));
            Files.comesTo(session.logFile(), "twinstack several");
            client.send("cancel", Json.object("requestId", client.lastSeq()));
            client.await("twinstack.locals", asked).refused("cancelled");
        }
    }

    private static List<Variables> locals(DebugSession session, List<Frame> frames) {
        JsonObject body = ask(session, frames);
        List<Variables> found = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            assertThat(problem(body, i)).isEmpty();
            found.add(Variables.in(session, told(body, i)));
        }
        return found;
    }

    private static JsonObject ask(DebugSession session, List<Frame> frames) {
        return session.ask("twinstack.locals", idsOf(frames)).body();
    }

    private static JsonObject idsOf(List<Frame> frames) {
        return Json.object("frameIds", frames.stream().map(Frame::id).toList());
    }

    private static JsonObject told(JsonObject body, int index) {
        JsonElement frame = body.getAsJsonArray("frames").get(index);
        return frame.getAsJsonObject();
    }

    private static String problem(JsonObject body, int index) {
        return Json.text(told(body, index), "problem").orElse("");
    }
}
