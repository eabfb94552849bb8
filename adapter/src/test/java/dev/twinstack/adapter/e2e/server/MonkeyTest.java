package dev.twinstack.adapter.e2e.server;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that sends anything at any time: each request is answered, and the invariants of the protocol hold. */
@EndToEnd
class MonkeyTest {
    private static final int REQUESTS = 80;
    private static final List<String> RESUMES = List.of("continue", "next", "stepIn", "stepOut", "pause");
    private static final List<String> EXPRESSIONS =
            List.of("value", "number", "round", "1 +", "*(int *)0", "total", "gil");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aFewMonkeys(long seed) {
        play(new Random(seed));
    }

    @Tag("matrix")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void manyMonkeys(long seed) {
        play(new Random(seed));
    }

    static LongStream manySeeds() {
        return LongStream.range(100, 200);
    }

    private static void play(Random random) {
        try (DebugSession session = DebugSession.open(Launch.python("gil", Pythons.system()))) {
            session.breakAt("gil.c@unlocked");
            session.start().stopped("breakpoint");
            List<CompletableFuture<Response>> answers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                answers.add(anything(session, random));
                if (random.nextInt(4) == 0) {
                    session.client().await("a request", answers.get(i));
                }
            }
            answers.forEach(answer -> session.client().await("a request", answer));
        }
    }

    private static CompletableFuture<Response> anything(DebugSession session, Random random) {
        JsonObject thread = Json.object("threadId", 1 + random.nextInt(3));
        int id = random.nextInt(40);
        return switch (random.nextInt(8)) {
            case 0, 1 -> session.client().send(RESUMES.get(random.nextInt(RESUMES.size())), thread);
            case 2 -> session.client().send("stackTrace", thread);
            case 3 -> session.client().send("scopes", Json.object("frameId", id));
            case 4 -> session.client().send("variables", Json.object("variablesReference", id));
            case 5 -> session.client().send("evaluate", evaluate(random, id));
            case 6 -> session.client().send("setBreakpoints", breakpoints(session, random));
            default -> session.client().send("threads", new JsonObject());
        };
    }

    private static JsonObject evaluate(Random random, int frame) {
        String expression = EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size()));
        return Json.object("expression", expression, "frameId", frame, "context", "watch");
    }

    private static JsonObject breakpoints(DebugSession session, Random random) {
        Map<String, String> source =
                Map.of("path", session.program().file("gil.c").toString());
        List<Map<String, Integer>> lines = random.ints(random.nextInt(4), 1, 30)
                .mapToObj(line -> Map.of("line", line))
                .toList();
        return Json.object("source", source, "breakpoints", lines);
    }
}
