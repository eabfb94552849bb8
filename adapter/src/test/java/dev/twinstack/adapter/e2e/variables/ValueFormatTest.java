package dev.twinstack.adapter.e2e.variables;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Variables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Integers in hexadecimal, and strings as long as the user wants. */
@EndToEnd
class ValueFormatTest {
    @OnSystemPython
    void pythonIntsAreShownInHexadecimal(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame frame = stoppedIn(session, "zoo");
            Variables locals = frame.scope("Locals").variablesInHex();
            locals.get("number").is("-0x7");
            locals.get("items").is("[0x1, 'two', 3.0]");
            locals.get("text").is("'hello'");
            assertThat(locals.get("fixed").childrenInHex().values()).startsWith("0x1", "(0x2, 0x3)");
            frame.evaluateInHex("table").is("{'a': 0x1, 0x2: 'b', 'nested': {'k': [0xa, 0x14, 0x1e]}}");
            frame.local("number").is("-7");
        }
    }

    @OnSystemPython
    void integersOfCAreShownInHexadecimalBesidePython(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame frame = stoppedIn(session, "look");
            Variables locals = frame.scope("Locals").variablesInHex();
            locals.get("plain").is("0xfffffffffffffff9");
            locals.get("items").is("[0x1, 'two', 3.0]");
            frame.local("plain").is("-7");
        }
    }

    @Test
    void integersOfCAreShownInHexadecimal() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame frame = session.start().stopped("breakpoint").top();
            frame.evaluateInHex("numbers[2]").is("0x1e");
            frame.evaluateInHex("node->where").childrenInHex().get("y").is("0x2");
            frame.evaluateInHex("(double) 2.5").is("2.5");
            frame.evaluate("numbers[2]").is("30");
        }
    }

    @OnSystemPython
    void framesAreNamedWithTheirModulesAndLines(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            stoppedIn(session, "look");
            List<String> names = names(session, Json.object("module", true, "line", true));
            int look = session.program().at("values.c@look").line();
            int zoo = session.program().at("main.py@zoo").line();
            assertThat(names.get(0)).matches("values\\..*so!look:" + look);
            assertThat(names).contains("main.py!zoo:" + zoo);
        }
    }

    @OnSystemPython
    void framesAreNamedWithTheirParameters(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            session.start().stopped("breakpoint");
            assertThat(names(session, Json.object("parameters", true))).contains("leaf(module, items)", "inner(items)");
            JsonObject everything = Json.object(
                    "parameters", true, "parameterTypes", true, "parameterNames", true, "parameterValues", true);
            assertThat(names(session, everything)).contains("inner(list items=[1, 2, 3])", "main()", "<module>");
            assertThat(names(session, everything).get(0)).startsWith("leaf(").endsWith(" items=[1, 2, 3])");
            JsonObject values = Json.object("parameterValues", true, "hex", true, "line", true);
            int inner = session.program().at("main.py@inner").line();
            assertThat(names(session, values)).contains("inner([0x1, 0x2, 0x3]):" + inner);
            assertThat(names(session, Json.object("parameterTypes", true))).contains("inner(list)");
        }
    }

    private static List<String> names(DebugSession session, JsonObject format) {
        int thread = session.lastStop().threadId();
        JsonObject body = session.ask("stackTrace", Json.object("threadId", thread, "format", format))
                .body();
        return body.getAsJsonArray("stackFrames").asList().stream()
                .map(frame -> frame.getAsJsonObject().get("name").getAsString())
                .toList();
    }

    @OnSystemPython
    void stringsAreAsLongAsTheUserWants(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("values", python).with("maxStringLength", 3000))) {
            Frame frame = stoppedIn(session, "zoo");
            frame.local("long_text").is("'" + "x".repeat(3000) + "'...");
            frame.local("text").is("'hello'");
        }
    }

    private static Frame stoppedIn(DebugSession session, String function) {
        session.breakAt("values.c@look");
        return session.start().stopped("breakpoint").stack().frame(function);
    }
}
