package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs start by configurations as the documentation of other debug adapters shows them, with another {@code type} alone. */
@EndToEnd
class PeerLaunchTest {
    @Test
    void oneOfCppdbgStartsAProgram() {
        Launch launch = ofEditor(Launch.executable("exits"))
                .args("code", "4")
                .with("stopAtEntry", true)
                .with("environment", List.of(Map.of("name", "CONFIG", "value", "Debug")))
                .with("externalConsole", false)
                .with("MIMode", "gdb")
                .with("miDebuggerPath", "gdb")
                .with("logging", Map.of("trace", true, "engineLogging", true))
                .with("sourceFileMap", Map.of("/build", Map.of("editorPath", "/src", "useForBreakpoints", true)))
                .with(
                        "setupCommands",
                        List.of(
                                Json.object(
                                        "description", "Enable pretty-printing for gdb",
                                        "text", "-enable-pretty-printing",
                                        "ignoreFailures", true),
                                Json.object(
                                        "description", "Set Disassembly Flavor to Intel",
                                        "text", "-gdb-set disassembly-flavor intel",
                                        "ignoreFailures", true)));
        try (DebugSession session = DebugSession.open(launch)) {
            session.resume(session.start().stopped("entry"));
            session.exited(4);
            assertNothingIsTold(session);
        }
    }

    @Test
    void oneOfCppdbgAttachesToAProcess() {
        try (RunningProgram spin = Launch.executable("spin").run().printed("running")) {
            Launch attach = ofEditor(Launch.attach(spin))
                    .with("processId", Long.toString(spin.pid()))
                    .with("program", Launch.executable("spin").path("program"))
                    .with("MIMode", "gdb")
                    .with("setupCommands", List.of(Json.object("text", "-enable-pretty-printing")));
            try (DebugSession session = DebugSession.open(attach)) {
                session.start().pause();
                assertNothingIsTold(session);
            }
        }
    }

    @Test
    void oneOfCdtGdbAdapterStartsAProgram() {
        Launch launch = ofEditor(Launch.executable("exits"))
                .with("arguments", "code 5")
                .with("gdb", "gdb")
                .with("verbose", true)
                .with("openGdbConsole", false)
                .with("initCommands", List.of("set print pretty on"))
                .with("preRunCommands", List.of("set print object on"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(5);
            assertNothingIsTold(session);
        }
    }

    @Test
    void oneOfLldbDapStartsAProgram() {
        Launch launch = ofEditor(Launch.executable("exits"))
                .args("code", "6")
                .with("env", List.of("FOO=1", "BAR"))
                .with("stopOnEntry", false)
                .with("sourceMap", List.of(List.of("/build", "/src")))
                .with("stdio", Arrays.asList(null, "/dev/null", "/dev/null"))
                .with("disableASLR", true)
                .with("exitCommands", List.of("set print pretty off"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(6);
            assertNothingIsTold(session);
        }
    }

    @OnSystemPython
    void oneOfDebugpyStartsAProgram(Python python) {
        Launch launch = ofEditor(Launch.python("callback", python))
                .with("python", List.of(python.executable().toString(), "-X", "dev"))
                .with("console", "internalConsole")
                .with("redirectOutput", true)
                .with("django", false)
                .with("pathMappings", List.of(Map.of("localRoot", "/src", "remoteRoot", "/app")))
                .with("purpose", List.of("debug-test"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            assertNothingIsTold(session);
        }
    }

    private static Launch ofEditor(Launch launch) {
        return launch.with("name", "One of theirs")
                .with("type", "twinstack")
                .with("request", launch.request())
                .with("preLaunchTask", "build")
                .with("presentation", Map.of("hidden", false, "group", "", "order", 1))
                .with("internalConsoleOptions", "openOnSessionStart");
    }

    private static void assertNothingIsTold(DebugSession session) {
        assertThat(session.output(output -> true).category("console")).isEmpty();
        assertThat(session.output(output -> true).category("important")).isEmpty();
    }
}
