package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Python;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How sessions end. */
@EndToEnd
class ExitTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 255})
    void theExitCodeIsTheProgramsOwn(int code) {
        try (DebugSession session =
                DebugSession.open(Launch.executable("exits").args("code", Integer.toString(code)))) {
            session.start().exited(code);
        }
    }

    @OnSystemPython
    void theExitCodeOfPythonIsItsOwn(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("exits_python", python).args("5"))) {
            session.start().exited(5);
            assertThat(session.output(output -> true).ofDebuggee()).contains("arguments 1");
        }
    }

    @OnSystemPython
    void anUncaughtExceptionIsPrintedAndEndsWithOne(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("exits_python", python).env("NO_COLOR", "1"))) {
            session.start().exited(1);
            assertThat(session.output(output -> true).ofDebuggee()).contains("IndexError: list index out of range");
        }
    }

    @Test
    void terminateEndsARunningProgram() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            ProcessHandle program = process(session);
            session.ask("terminate", new JsonObject());
            session.terminated();
            assertThat(Orphans.endsSoon(program)).isTrue();
        }
    }

    @Test
    void terminateEndsAStoppedProgram() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.breakAt("main.c@tick");
            session.start().stopped("breakpoint");
            ProcessHandle program = process(session);
            session.ask("terminate", new JsonObject());
            session.terminated();
            assertThat(Orphans.endsSoon(program)).isTrue();
        }
    }

    @Test
    void whatTheProgramDoesWhenItIsAskedToEndCanBeDebugged() {
        try (DebugSession session = DebugSession.open(Launch.executable("stubborn"))) {
            session.breakAt("main.c@asked");
            session.start().output(output -> output.ofDebuggee().contains("running"));
            session.ask("terminate", new JsonObject());
            session.stopped("breakpoint").at("main.c@asked");
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void disconnectEndsALaunchedProgram() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            ProcessHandle program = process(session);
            session.disconnect(new JsonObject());
            assertThat(Orphans.endsSoon(program)).isTrue();
        }
    }

    @Test
    void disconnectLeavesTheProgramWhenTheClientSaysSo() {
        Path go = Files.nowhere("go");
        ProcessHandle program;
        try (DebugSession session = DebugSession.open(Launch.executable("spin").args(go.toString()))) {
            session.breakAt("main.c@tick");
            session.start().stopped("breakpoint");
            program = process(session);
            session.disconnect(Json.object("terminateDebuggee", false));
        }
        int dead = Files.occurrences(Path.of("/proc", Long.toString(program.pid()), "status"), "State:\tZ");
        Files.create(go);
        assertThat(dead).isZero();
        assertThat(Orphans.endsSoon(program)).isTrue();
    }

    @Test
    void disconnectBeforeTheProgramRunsEndsTheSession() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void disconnectEndsWhatTerminateDoesNot() {
        try (DebugSession session = DebugSession.open(Launch.executable("stubborn"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            ProcessHandle program = process(session);
            session.ask("terminate", new JsonObject());
            session.disconnect(new JsonObject());
            assertThat(Orphans.endsSoon(program)).isTrue();
        }
    }

    private static ProcessHandle process(DebugSession session) {
        long pid = session.client().event("process").integer("systemProcessId");
        return ProcessHandle.of(pid).orElseThrow();
    }
}
