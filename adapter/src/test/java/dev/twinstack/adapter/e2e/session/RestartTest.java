package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;

/** DAP: restart. The program begins anew, in the same session and with the same breakpoints. */
@EndToEnd
class RestartTest {
    @Test
    void aStoppedProgramBeginsAnewAndKeepsItsBreakpoints() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@second");
            session.start().stopped("breakpoint").at("main.c@second");
            ProcessHandle before = process(session);
            restart(session, new JsonObject());
            assertThat(Orphans.endsSoon(before)).isTrue();
            Stop stop = session.stopped("breakpoint").at("main.c@second");
            assertThat(process(session).pid()).isNotEqualTo(before.pid());
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aRunningProgramBeginsAnewAndItsOutputGoesOn() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            ProcessHandle before = process(session);
            restart(session, new JsonObject());
            assertThat(Orphans.endsSoon(before)).isTrue();
            session.output(output -> output.ofDebuggee().matches("(?s).*running.*running.*"));
            session.pause();
        }
    }

    @Test
    void theLatestArgumentsAreReadAgain() {
        Launch launch = Launch.executable("exits").args("code", "1").with("stopOnEntry", true);
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().stopped("entry");
            restart(session, Json.object("arguments", launch.args("code", "7").arguments()));
            session.resume(session.stopped("entry"));
            session.exited(7);
        }
    }

    @Test
    void hitsAreCountedAnew() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt(SourceBreakpoint.at("main.c@add").onHit("3"));
            session.start()
                    .stopped("breakpoint")
                    .stack()
                    .frame("loop")
                    .local("round")
                    .is("2");
            restart(session, new JsonObject());
            session.stopped("breakpoint").stack().frame("loop").local("round").is("2");
        }
    }

    @OnSystemPython
    void aPythonProgramIsRestarted(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            session.start().stopped("breakpoint");
            restart(session, new JsonObject());
            Stop stop = session.stopped("breakpoint").at("callback.c@leaf");
            assertThat(stop.stack().visible().get(1).name()).isEqualTo("inner");
        }
    }

    @OnSystemPython
    void aBreakpointOnAnInstructionOfAnExtensionWaitsUntilItIsLoadedAgain(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            Breakpoint set = Breakpoints.of(session)
                    .onInstructions(
                            Json.object("instructionReference", stop.top().instruction()))
                    .get(0);
            session.clearBreakpoints("callback.c");
            session.client().event("breakpoint"); // that of the line, when it was bound
            restart(session, new JsonObject());
            stop = session.stopped("instruction breakpoint").at("callback.c@leaf");
            assertThat(stop.hitBreakpointIds()).containsExactly(set.id());
            assertThat(session.client().event("breakpoint").breakpoint().verified())
                    .isFalse();
            assertThat(session.client().event("breakpoint").breakpoint().verified())
                    .isTrue();
        }
    }

    @Test
    void whatCannotBeRestartedIsRefused() {
        Launch steps = Launch.executable("steps");
        try (DebugSession session = DebugSession.open(steps)) {
            session.breakAt("main.c@second");
            Stop stop = session.start().stopped("breakpoint");
            JsonObject elsewhere =
                    Json.object("arguments", steps.with("gdb", "/usr/bin/gdb").arguments());
            session.client().ask("restart", elsewhere).refused("cannot change 'gdb'");
            session.resume(stop);
            session.exited(0);
            session.client().ask("restart", new JsonObject()).refused("has not ended");
        }
        try (RunningProgram spin = Launch.executable("spin").run();
                DebugSession session = DebugSession.open(Launch.attach(spin))) {
            session.start().client().ask("restart", new JsonObject()).refused("Only a program that was launched");
        }
    }

    private static void restart(DebugSession session, JsonObject arguments) {
        session.ask("restart", arguments);
    }

    private static ProcessHandle process(DebugSession session) {
        long pid = session.client().event("process").integer("systemProcessId");
        return ProcessHandle.of(pid).orElseThrow();
    }
}
