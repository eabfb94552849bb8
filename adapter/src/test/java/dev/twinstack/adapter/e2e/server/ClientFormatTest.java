package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.TestProgram;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients count lines and columns from 0 or from 1. */
@EndToEnd
class ClientFormatTest {
    @OnSystemPython
    void aClientThatCountsFromZero(Python python) {
        JsonObject client = ClientCapabilities.likeVsCode();
        client.addProperty("linesStartAt1", false);
        client.addProperty("columnsStartAt1", false);
        Launch launch = Launch.python("callback", python);
        try (DebugSession session = DebugSession.open(EmbeddedServer.start(), client, launch)) {
            TestProgram program = session.program();
            int leaf = program.at("callback.c@leaf").line() - 1;
            assertThat(set(session, "callback.c", leaf).line()).isEqualTo(leaf);
            List<Frame> shown = session.start().stopped("breakpoint").stack().visible();
            assertThat(shown.get(0).line()).isEqualTo(leaf);
            Frame inner = shown.get(1);
            assertThat(inner.line()).isEqualTo(program.at("main.py@inner").line() - 1);
            if (python.hasColumns()) {
                assertThat(inner.column()).isEqualTo("    return ".length());
                assertThat(inner.endColumn()).isEqualTo("    return callback.leaf(items)".length());
            }
        }
    }

    @OnSystemPython
    void aClientThatWritesPathsAsUris(Python python) {
        JsonObject client = ClientCapabilities.likeVsCode();
        client.addProperty("pathFormat", "uri");
        TestProgram program = TestProgram.named("callback")
                .copiedTo(ScratchDirectory.create("uris").resolve("a folder, ü%20"));
        String file = program.file("callback.c").toUri().toString();
        try (DebugSession session = DebugSession.open(EmbeddedServer.start(), client, Launch.python(program, python))) {
            assertThat(set(session, file, program.at("callback.c@leaf").line()).verified())
                    .isFalse();
            List<Frame> shown = session.start().stopped("breakpoint").stack().visible();
            assertThat(shown.get(0).path()).isEqualTo(file);
            assertThat(shown.get(1).path())
                    .isEqualTo(program.file("main.py").toUri().toString());
        }
    }

    @OnSystemPython
    void onlyAClientThatWantsThemGetsMemoryReferences(Python python) {
        assertThat(memoryReferenceFor(true, python)).isTrue();
        assertThat(memoryReferenceFor(false, python)).isFalse();
    }

    private static boolean memoryReferenceFor(boolean supported, Python python) {
        JsonObject client = ClientCapabilities.likeVsCode();
        client.addProperty("supportsMemoryReferences", supported);
        Launch launch = Launch.python("callback", python);
        try (DebugSession session = DebugSession.open(EmbeddedServer.start(), client, launch)) {
            session.breakAt("callback.c@leaf");
            Frame inner = session.start().stopped("breakpoint").stack().frame("inner");
            boolean told = inner.local("items").json().has("memoryReference");
            assertThat(inner.evaluate("items").json().has("memoryReference")).isEqualTo(told);
            return told;
        }
    }

    @OnSystemPython
    void whatHelixEvaluatesIsTypedThoughItDoesNotSaySo(Python python) {
        evaluatedWithoutContext("hx", python).succeeded();
        evaluatedWithoutContext("vscode", python).refused("would have to run code");
    }

    @Test
    void aCompletionBeginsAsTheClientCounts() {
        assertThat(completionStartFor("vscode")).isEqualTo("factor + ".length()); // whatever it says of columns
        assertThat(completionStartFor("neovim")).isEqualTo("factor + ".length());
        assertThat(completionStartFor("dape")).isEqualTo("factor + ".length() + 1);
    }

    private static int completionStartFor(String clientId) {
        JsonObject client = ClientCapabilities.likeVsCode();
        client.addProperty("clientID", clientId);
        try (DebugSession session = DebugSession.open(EmbeddedServer.start(), client, Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame top = session.start().stopped("breakpoint").top();
            JsonObject typed =
                    Json.object("text", "factor + b", "column", "factor + b".length() + 1, "frameId", top.id());
            JsonObject body = session.ask("completions", typed).body();
            JsonObject first = body.getAsJsonArray("targets").get(0).getAsJsonObject();
            return Json.integer(first, "start").orElseThrow();
        }
    }

    private static Response evaluatedWithoutContext(String clientId, Python python) {
        JsonObject client = ClientCapabilities.likeVsCode();
        client.addProperty("clientID", clientId);
        try (DebugSession session =
                DebugSession.open(EmbeddedServer.start(), client, Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            Frame inner = session.start().stopped("breakpoint").stack().frame("inner");
            return session.client().ask("evaluate", Json.object("expression", "items.copy()", "frameId", inner.id()));
        }
    }

    private static Breakpoint set(DebugSession session, String file, int line) {
        String path =
                file.startsWith("file:") ? file : session.program().file(file).toString();
        Map<String, String> source = Map.of("path", path);
        List<Map<String, Integer>> breakpoints = List.of(Map.of("line", line));
        return Breakpoint.listOf(
                        session.ask("setBreakpoints", Json.object("source", source, "breakpoints", breakpoints)))
                .get(0);
    }
}
