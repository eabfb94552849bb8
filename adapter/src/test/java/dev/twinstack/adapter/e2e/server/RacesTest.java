package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.FakeGdb;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.ProcessStatus;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that come at the same moment as something else happens. */
@EndToEnd
class RacesTest {
    private static final int ROUNDS = 150;
    private static final int LEAVES = 8;

    /** A script of GDB: as soon as it is told how to treat a signal the program, which runs, meets a breakpoint. */
    private static final String MEETS_A_BREAKPOINT = """
            python
            import gdb, time
            def meet():
                pid, deadline = gdb.selected_inferior().pid, time.monotonic() + 10
                if pid:
                    open("%s", "w").close()
                    while "State:\\tt" not in open("/proc/%%d/status" %% pid).read() and time.monotonic() < deadline:
                        time.sleep(0.001)
            end
            define hookpost-handle
            python meet()
            end
            """;

    /** For the helpers, whose pauses send no signal: the test does, later. */
    private static final String SIGNAL_IS_LATE =
            "python import twinstack.execution.interrupt as i; i._stopped = lambda *a: True";

    @Test
    void aPauseThatABreakpointForestallsLeavesNoSignalBehind() {
        try (DebugSession session = DebugSession.open(Launch.executable("sigint_blocked"))) {
            session.breakAt("main.c@round");
            JsonObject thread = Json.object(
                    "threadId", session.start().stopped("breakpoint").threadId());
            for (int round = 0; round < ROUNDS; round++) {
                session.client().send("continue", thread);
                session.ask("pause", thread);
                assertThat(session.client().event("stopped").text("reason")).isIn("breakpoint", "pause");
            }
        }
    }

    /** So does its step, in a session that looks at each stop for Python's sake. */
    @Test
    void aStepInCPassesOverTheSignalOfSuchAPause() {
        Path go = Files.nowhere("go");
        Launch launch = Launch.python("workers", Pythons.system())
                .args(go.toString(), go.toString())
                .with("initCommands", List.of(SIGNAL_IS_LATE));
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.py@first", "workers.c@held");
            session.start().output(output -> output.ofDebuggee().contains("holds"));
            session.ask("pause", Json.object("threadId", 1));
            Files.create(go);
            Stop stop = session.stopped("breakpoint").at("workers.c@held");
            Commands.run("kill", "-s", "STOP", session.client().event("process").text("systemProcessId"));
            session.resume(session.next(stop).at("workers.c@hold-end"));
            session.exited(0);
        }
    }

    @Test
    void aProgramThatIsLeftInThatMomentRunsOn() {
        for (int round = 0; round < LEAVES; round++) {
            try (DebugSession session = DebugSession.open(Launch.executable("sigint_blocked"))) {
                session.breakAt("main.c@round");
                session.start().client().send("pause", Json.object("threadId", 1));
                long pid = session.client().event("process").integer("systemProcessId");
                session.disconnect(Json.object("terminateDebuggee", false));
                ProcessStatus status = new ProcessStatus(pid);
                String tracer = status.field("TracerPid"), state = status.field("State");
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                assertThat(tracer).isEqualTo("0");
                assertThat(state).doesNotStartWith("T");
            }
        }
    }

    @Test
    void aTerminateRightBehindTheStartIsKept() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().ask("terminate", new JsonObject());
            session.exited(128 + 15);
        }
    }

    /** GDB has not looked at the breakpoint yet when the signal is sent. */
    @Test
    void aProgramThatDiesStopsNowhereOnItsWay() {
        Path go = Files.nowhere("go"), meets = Files.nowhere("meets.gdb");
        Files.write(meets, MEETS_A_BREAKPOINT.formatted(go));
        Launch launch = Launch.executable("spin").args(go.toString()).with("gdbArgs", List.of("-x", meets.toString()));
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.c@told");
            session.start().output(output -> output.ofDebuggee().contains("running"));
            session.ask("terminate", new JsonObject());
            assertThat(session.stopsBeforeItsEnd()).isFalse();
            session.exited(128 + 15);
        }
    }

    /** To GDB the program stands until it has heard that it runs. */
    @OnSystemPython
    void aProcessThatIsLeftWhileItIsResumedIsLeftAsItWas(Python python) {
        Path go = Files.nowhere("go");
        Launch lines = Launch.python("lines", python).args(go.toString());
        try (RunningProgram program = lines.run().printed("late")) {
            Launch attach = Launch.attach(program)
                    .with("gdb", FakeGdb.lateToSayThatItRuns().toString());
            try (DebugSession session = DebugSession.open(attach)) {
                session.breakAt(SourceBreakpoint.at("main.py@round").when("rounds < 0"));
                session.start().disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
            assertThat(program.printed()).endsWith("[None, None]\ndone\n");
        }
    }

    @Test
    void aGdbThatIsKilledBeforeTheProgramRunsIsTold() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").endsWith("/gdb"))
                    .forEach(ProcessHandle::destroyForcibly);
            session.client().send("configurationDone", new JsonObject());
            session.terminated();
            assertThat(session.output(output -> output.category("important").contains("GDB has ended")))
                    .isNotNull();
        }
    }

    @Test
    void aResumeThatGdbRefusesForgetsNothing() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@second");
            Stop stop = session.start().stopped("breakpoint");
            JsonObject nobody = Json.object("threadId", 99);
            assertThat(session.client().ask("next", nobody).success()).isFalse();
            stop.top().local("first").is("1");
        }
    }
}
