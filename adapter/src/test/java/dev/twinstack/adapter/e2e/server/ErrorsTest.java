package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.FakeGdb;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Recording;
import dev.twinstack.adapter.dsl.Server;
import dev.twinstack.adapter.dsl.ServerProcess;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;
import dev.twinstack.adapter.invariants.ProtocolInvariants;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done is refused with a sentence that says why. */
@EndToEnd
class ErrorsTest {
    @Test
    void aMissingProgramIsNamed() {
        DebugSession.refusal(Launch.executable("native").with("program", "/no/such/program"))
                .refused("/no/such/program");
    }

    @Test
    void aFileThatIsNoProgramIsNamed() {
        Path text = Files.nowhere("notes.txt");
        Files.write(text, "just notes");
        DebugSession.refusal(Launch.executable("native").with("program", text.toString()))
                .refused("notes.txt");
    }

    @Test
    void aLaunchWithoutAProgramIsRefused() {
        DebugSession.refusal(Launch.executable("native").without("program")).refused("program");
    }

    @Test
    void aValueOfTheWrongTypeIsNamed() {
        DebugSession.refusal(Launch.executable("native").with("stopOnEntry", "perhaps"))
                .refused("stopOnEntry");
    }

    @Test
    void aMissingPythonIsNamed() {
        Path script = Files.nowhere("main.py");
        Files.write(script, "print(1)");
        Launch launch = Launch.executable("native").with("program", script.toString());
        DebugSession.refusal(launch.with("python", "/no/such/python"))
                .refused("'/no/such/python' was not found", "set 'python'");
        DebugSession.refusal(launch.with("python", "/etc")).refused("'/etc' is no executable file", "set 'python'");
    }

    @Test
    void aMissingDirectoryIsNamed() {
        DebugSession.refusal(Launch.executable("native").with("cwd", "/no/such/directory"))
                .refused("/no/such/directory");
    }

    @Test
    void aMissingGdbIsNamed() {
        DebugSession.refusal(Launch.executable("native").with("gdb", "/no/such/gdb"))
                .refused("/no/such/gdb");
    }

    @Test
    void aGdbThatIsNoGdbIsNamed() {
        DebugSession.refusal(Launch.executable("native").with("gdb", "/bin/true"))
                .refused("/bin/true");
    }

    @Test
    void theLackOfADirectoryForTemporaryFilesIsToldToTheClient() {
        Map<String, String> variables = Map.of("TMPDIR", "/no/such/directory");
        try (ServerProcess server = ServerProcess.startWithVariables(variables)) {
            DapClient client = new DapClient(server.output(), server.input());
            client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
            client.ask("launch", Json.object("program", "/bin/true")).refused("/no/such/directory", "writable");
        }
    }

    @Test
    void aGdbWithoutPythonIsExplained() {
        DebugSession.refusal(Launch.executable("native")
                        .with("gdb", FakeGdb.withoutPython().toString()))
                .refused("Python");
    }

    @Test
    void aGdbThatSaysNothingCanBeLeft() {
        try (Server server = EmbeddedServer.start()) {
            DapClient client = new DapClient(server.output(), server.input());
            client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
            Launch launch =
                    Launch.executable("native").with("gdb", FakeGdb.silent().toString());
            client.send("launch", launch.arguments());
            client.ask("disconnect", new JsonObject()).succeeded();
        }
    }

    @Test
    void aBadConditionDoesNotLoseTheOtherBreakpoints() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt(SourceBreakpoint.at("main.c@first").when("1 +"), SourceBreakpoint.at("main.c@second"));
            session.start().stopped("breakpoint").at("main.c@second");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20_000})
    void malformedJsonIsToldAndCostsNoOtherMessage(int more) {
        try (Server server = EmbeddedServer.start()) {
            DapClient client = new DapClient(server.output(), server.input());
            client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
            client.write("{\"seq\": 2, type: oops " + " ".repeat(more));
            client.ask("threads", new JsonObject()).succeeded();
            client.ask("disconnect", new JsonObject()).succeeded();
            assertThat(client.recording().messages())
                    .anyMatch(
                            message -> message.json().toString().contains("message of the client's could not be read"));
        }
    }

    @Test
    void anUnknownRequestIsRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.client().ask("makeCoffee", new JsonObject()).refused("makeCoffee");
            session.start().exited(0);
        }
    }

    @Test
    void whatIsNotAnnouncedIsRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.client()
                    .ask("terminateThreads", Json.object("threadIds", new JsonArray()))
                    .refused("its capabilities do not announce it");
            session.client()
                    .ask("restartFrame", Json.object("frameId", 1))
                    .refused("its capabilities do not announce it");
            session.start().exited(0);
        }
    }

    @Test
    void argumentsOfTheWrongShapeAreNamed() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            DapClient client = session.client();
            client.ask("setBreakpoints", Json.object("source", 7, "breakpoints", new JsonArray()))
                    .refused("'setBreakpoints' cannot be read", "its argument 'source' is 7");
            client.ask("stackTrace", Json.object("threadId", 1, "levels", "many"))
                    .refused("'stackTrace' cannot be read", "its argument 'levels' is \"many\"");
            session.start().exited(0);
        }
    }

    @Test
    void noEventComesBeforeTheAnswerToInitialize() {
        Recording recording;
        try (Server server = EmbeddedServer.start()) {
            DapClient client = new DapClient(server.output(), server.input());
            client.write("nonsense");
            client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
            client.ask("disconnect", new JsonObject()).succeeded();
            recording = client.recording();
        }
        ProtocolInvariants.check(recording);
        assertThat(recording.messages())
                .anyMatch(message -> message.json().toString().contains("message of the client's could not be read"));
    }

    @ParameterizedTest
    @CsvSource({
        "setBreakpoints, source",
        "setFunctionBreakpoints, breakpoints",
        "setInstructionBreakpoints, breakpoints",
        "setDataBreakpoints, breakpoints",
        "setExceptionBreakpoints, filters",
        "breakpointLocations, source",
        "dataBreakpointInfo, name",
        "setVariable, name",
        "setExpression, expression",
        "evaluate, expression",
        "completions, text",
        "writeMemory, data",
    })
    void aMissingArgumentIsNamed(String request, String argument) {
        try (Server server = EmbeddedServer.start()) {
            DapClient client = new DapClient(server.output(), server.input());
            client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
            client.ask(request, new JsonObject()).refused("'" + argument + "'");
            client.ask("disconnect", new JsonObject()).succeeded();
        }
    }

    @Test
    void aSourceWithoutAPathHasNoLinesToStopAt() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            JsonObject text = Json.object("source", Json.object("sourceReference", 1), "line", 1);
            session.client().ask("breakpointLocations", text).refused("needs a source with a path");
        }
    }

    @Test
    void requestsOutOfOrderAreRefused() {
        try (Server server = EmbeddedServer.start()) {
            DapClient client = new DapClient(server.output(), server.input());
            client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
            client.ask("configurationDone", new JsonObject()).refused();
            client.ask("stackTrace", Json.object("threadId", 1)).refused();
            client.ask("continue", Json.object("threadId", 1)).refused();
            client.ask("disconnect", new JsonObject()).succeeded();
        }
    }

    @Test
    void framesAndVariablesOfAnEarlierStopAreRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            Frame frame = stop.top();
            Variable node = frame.local("node");
            session.resumeTo(stop, "main.c@visit");
            DapClient client = session.client();
            client.ask("scopes", Json.object("frameId", frame.id())).refused();
            client.ask("variables", Json.object("variablesReference", node.reference()))
                    .refused();
            frame.tryToEvaluate("factor", "watch").refused();
        }
    }

    @Test
    void idsThatNeverWereAreRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            session.start().stopped("breakpoint");
            DapClient client = session.client();
            client.ask("scopes", Json.object("frameId", 987_654)).refused();
            client.ask("variables", Json.object("variablesReference", 987_654)).refused();
            client.ask("stackTrace", Json.object("threadId", 987_654)).refused();
        }
    }

    @Test
    void theStackOfARunningProgramIsRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            int thread = session.threads().get(0).id();
            session.client().ask("stackTrace", Json.object("threadId", thread)).refused();
        }
    }

    @Test
    void aSecondLaunchIsRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.client().ask("launch", Json.object("program", "/bin/true")).refused();
            session.start().exited(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\x00\\xff\\xfe\\n^done,value={[\\n",
                "*stopped,reason=\\n9^done,a=\"b\"\\n",
                "=}\\n~\"unfinished"
            })
    void aGdbThatPrintsGarbageIsUnderstoodAllTheSame(String bytes) {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@first");
            Stop stop = session.start().stopped("breakpoint").at("main.c@first");
            stop.top()
                    .tryToEvaluate("-exec python import os; os.write(1, b'" + bytes + "')", "repl")
                    .succeeded();
            stop = session.next(stop).at("main.c@second");
            stop.top().local("first").is("1");
            session.clearBreakpoints("main.c");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aGdbThatDiesEndsTheSessionWithAWord() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.breakAt("main.c@tick");
            session.start().stopped("breakpoint");
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("/gdb"))
                    .forEach(ProcessHandle::destroyForcibly);
            session.terminated();
            session.output(output -> (output.category("console") + output.category("important")).contains("GDB"));
        }
    }
}
