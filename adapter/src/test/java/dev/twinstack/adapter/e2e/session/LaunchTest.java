package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Message;
import dev.twinstack.adapter.dsl.NonStop;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Server;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beginning of a session. */
@EndToEnd
class LaunchTest {
    @Test
    void initializeDeclaresWhatTheServerCanDo() {
        try (Server server = EmbeddedServer.start()) {
            DapClient client = new DapClient(server.output(), server.input());
            Response response =
                    client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
            assertThat(response.body().keySet())
                    .contains(
                            "supportsConfigurationDoneRequest",
                            "supportsConditionalBreakpoints",
                            "supportsHitConditionalBreakpoints",
                            "supportsEvaluateForHovers",
                            "supportsTerminateRequest",
                            "supportTerminateDebuggee",
                            "supportsDelayedStackTraceLoading")
                    .doesNotContain("supportsRestartFrame", "supportsTerminateThreadsRequest");
            client.ask("disconnect", new JsonObject()).succeeded();
        }
    }

    @Test
    void argumentsThatAreTooLongInSumAreToldOf() {
        String[] arguments = new String[20];
        Arrays.fill(arguments, "x".repeat(120_000));
        try (DebugSession session =
                DebugSession.open(Launch.executable("native").args(arguments))) {
            session.start();
            session.output(output -> output.category("important")
                    .matches(
                            "(?s).*The program could not be started[.] Its arguments and its environment take 24\\d{5} bytes in"
                                    + " sum, and Linux starts no program with more than \\d+ .*"));
            session.terminated();
        }
    }

    @Test
    void aNativeProgramRuns() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.start().exited(0);
            assertThat(session.output(output -> true).ofDebuggee())
                    .isEqualTo("first 22 1.5 A héllo\nlast 26 1.5 A héllo\n");
        }
    }

    @OnSystemPython
    void aPythonProgramRuns(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            session.start().exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).isEqualTo("answer 6\n");
        }
    }

    @Test
    void theProcessIsToldWithItsId() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start();
            long pid = session.client().event("process").integer("systemProcessId");
            assertThat(ProcessHandle.of(pid)).isPresent();
            assertThat(ProcessHandle.of(pid).orElseThrow().info().command().orElse(""))
                    .endsWith("/program");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void debugInformationIsFetchedOnlyWhenThatIsAskedFor(boolean wanted) {
        Launch launch = Launch.executable("native");
        try (DebugSession session = DebugSession.open(wanted ? launch.with("debuginfod", true) : launch)) {
            session.breakAt("main.c@visit");
            Frame frame = session.start().stopped("breakpoint").top();
            assertThat(frame.tryToEvaluate("-exec show debuginfod enabled", "repl")
                            .succeeded()
                            .body()
                            .toString())
                    .contains(wanted ? "to \\\"on\\\"" : "to \\\"off\\\"");
        }
    }

    @Test
    void nothingRunsBeforeTheConfigurationIsDone() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            session.breakAt("main.c@end");
            session.start().stopped("breakpoint").at("main.c@end");
            assertThat(session.client().recording().messages())
                    .filteredOn(message -> message.isEvent("process") || message.isSuccessOf("launch"))
                    .extracting(Message::name)
                    .containsExactly("launch", "process");
        }
    }

    @Test
    void withoutDebuggingNothingStopsTheProgram() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps").with("noDebug", true))) {
            assertThat(session.breakAt("main.c@second").get(0).verified()).isFalse();
            session.start().exited(0);
        }
    }

    @Test
    void withoutDebuggingACrashEndsTheProgram() {
        Launch launch = Launch.executable("hazards").args("signal", "11").with("noDebug", true);
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(128 + 11);
        }
    }

    @Test
    void aNativeProgramStopsOnEntry() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps").with("stopOnEntry", true))) {
            Stop stop = session.start().stopped("entry");
            assertThat(stop.top().name()).isEqualTo("main");
            session.next(stop).at("main.c@second");
        }
    }

    @OnSystemPython
    void aPythonProgramStopsAtItsFirstLine(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("callback", python).with("stopOnEntry", true))) {
            Stop stop = session.start().stopped("entry").at("main.py@docstring");
            assertThat(stop.top().name()).isEqualTo("<module>");
            session.resume(session.next(stop).at("main.py@import"));
            session.exited(0);
        }
    }

    @OnSystemPython
    void aPythonProgramThatCannotStopOnLinesStopsBeforeThem(Python python) {
        Launch launch =
                Launch.python("callback", python).with("stopOnEntry", true).with("nonStop", true);
        try (DebugSession session = DebugSession.open(launch)) {
            Stop stop = NonStop.stopped(session.start(), "entry");
            assertThat(stop.top().name()).endsWith("PyEval_EvalCode");
            // CPython has started, and no module is being imported: this is the program's own code.
            assertThat(stop.stack().frames())
                    .noneMatch(Frame::isPython)
                    .anyMatch(frame -> frame.name().endsWith("Py_RunMain"));
            session.client()
                    .ask("next", Json.object("threadId", stop.threadId()))
                    .refused("Python has not begun to run the program yet");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aModuleRunsFromItsFirstLineWhereverItIs(Python python) {
        Launch launch = Launch.python("callback", python).without("program").with("module", "main");
        String extensions = launch.environment().get("PYTHONPATH");
        launch.env("PYTHONPATH", launch.program().folder() + ":" + extensions).with("stopOnEntry", true);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("callback.c@leaf");
            session.resume(session.start().stopped("entry").at("main.py@docstring"));
            Stop stop = session.stopped("breakpoint");
            stop.stack().frame("<module>");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void theInterpreterGetsItsOwnOptions(Python python) {
        Launch launch = Launch.python("callback", python)
                .without("program")
                .with("code", "import sys; print(sys.flags.dev_mode)")
                .with("pythonArgs", List.of("-X", "dev"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).isEqualTo("True\n");
        }
    }

    @OnSystemPython
    void codeRuns(Python python) {
        String code = "import callback\nprint(callback.call(callback.leaf, [1, \"it's\"]))";
        Launch launch = Launch.python("callback", python).without("program").with("code", code);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            assertThat(stop.stack().frame("<module>").sourceName()).isEqualTo("<string>");
            session.resume(stop);
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).isEqualTo("4\n");
        }
    }

    @Test
    void theDefaultPythonIsThatOfThePath() {
        TestProgram program = TestProgram.named("exits_python");
        Launch launch =
                Launch.python(program, Pythons.system()).without("python").args("4");
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(4);
        }
    }

    @OnSystemPython
    void aVirtualEnvironmentIsUsed(Python python) {
        Python virtual = python.virtualEnvironment();
        String code = "import sys; print(sys.prefix)";
        Launch launch = Launch.python("callback", virtual).without("program").with("code", code);
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            Path prefix = virtual.executable().getParent().getParent();
            assertThat(session.output(output -> true).ofDebuggee()).isEqualTo(prefix + "\n");
        }
    }

    @Test
    void aRelativeProgramIsFoundInItsDirectory() {
        Launch launch = Launch.python(TestProgram.named("exits_python"), Pythons.system())
                .with("program", "main.py")
                .inItsFolder()
                .args("6");
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(6);
        }
    }

    @Test
    void nullUnsetsAVariableOfTheEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", null);
        environment.put("ECHO_SET", "yes");
        String script = "printf '%s %s' \"${HOME-unset}\" \"$ECHO_SET\"";
        Launch launch = Launch.executable("echo")
                .with("program", "/bin/sh")
                .with("args", Arrays.asList("-c", script))
                .with("environment", environment);
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).isEqualTo("unset yes");
        }
    }

    @Test
    void anUnknownAttributeIsAWarningWithTheNearestKnownName() {
        try (DebugSession session =
                DebugSession.open(Launch.executable("native").with("stopOnEntri", true))) {
            session.output(output -> output.category("console").contains("stopOnEntri")
                    && output.category("console").contains("stopOnEntry"));
            session.start().exited(0);
        }
    }
}
