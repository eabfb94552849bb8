package dev.twinstack.adapter.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Variable;
import dev.twinstack.adapter.dsl.Variables;

/** Who refers to an object. */
@EndToEnd
class ReferrersTest {
    @OnSystemPython
    void theContainersOfAnObjectAreFound(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame frame = zoo(session);
            Variable inner = frame.evaluate("table['nested']");
            JsonObject found = search(session, Json.object("variablesReference", inner.reference()));
            assertThat(Json.flag(found, "complete")).isTrue();
            Variable table = Variables.in(session, found).get("['nested']").hasType("dict");
            table.is(frame.local("table").value());
            assertThat(table.items(0, 1).values()).containsExactly("1");
        }
    }

    @OnSystemPython
    void theFramesThatHoldAnObjectAreFound(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame frame = zoo(session);
            JsonObject found = search(session, Json.object("expression", "point", "frameId", frame.id(), "limit", 10));
            Variables.in(session, found).get("point").says("local variable of zoo, ", "main.py");
        }
    }

    @OnSystemPython
    void aPointerInCHasReferrersToo(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            zoo(session);
            int look = session.lastStop().top().id();
            JsonObject found = search(session, Json.object("expression", "items", "frameId", look));
            Variables.in(session, found).get("items").says("local variable of zoo");
        }
    }

    @OnSystemPython
    void whatIsNoObjectIsRefused(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            zoo(session);
            int look = session.lastStop().top().id();
            refused(session, Json.object("expression", "plain", "frameId", look), "Only Python objects");
            refused(session, Json.object("limit", 1), "Referrers of what?");
            refused(session, Json.object("variablesReference", 12345), "no variables reference");
        }
    }

    private static JsonObject search(DebugSession session, JsonObject arguments) {
        return session.ask("twinstack.referrers", arguments).body();
    }

    private static void refused(DebugSession session, JsonObject arguments, String words) {
        session.client().ask("twinstack.referrers", arguments).refused(words);
    }

    private static Frame zoo(DebugSession session) {
        session.breakAt("values.c@look");
        return session.start().stopped("breakpoint").stack().frame("zoo");
    }
}
