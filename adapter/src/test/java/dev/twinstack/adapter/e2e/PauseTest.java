package dev.twinstack.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnEveryPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Stopping a program that runs. */
@EndToEnd
class PauseTest {
    @Test
    void aRunningProgramIsStoppedAndGoesOn() {
        Path go = Files.nowhere("go");
        try (DebugSession session = DebugSession.open(Launch.executable("spin").args(go.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            for (int i = 0; i < 3; i++) {
                Stop stop = session.pause();
                assertThat(stop.stack().frame("main")).isNotNull();
                session.resume(stop);
            }
            Files.create(go);
            session.exited(0);
        }
    }

    @Test
    void aProgramThatBlocksSigintIsStopped() {
        try (DebugSession session = DebugSession.open(Launch.executable("sigint_blocked"))) {
            session.breakAt("main.c@round");
            Stop stop = session.start().stopped("breakpoint");
            session.clearBreakpoints("main.c");
            session.resume(stop);
            stop = session.pause();
            assertThat(stop.stack().frame("main")).isNotNull();
            session.resume(stop);
            session.pause();
        }
    }

    @OnEveryPython
    void pythonSeesNoKeyboardInterrupt(Python python) {
        Path go = Files.nowhere("go");
        try (DebugSession session =
                DebugSession.open(Launch.python("sigint_noticed", python).args(go.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("waiting"));
            for (int i = 0; i < 3; i++) {
                Stop stop = session.pause();
                assertThat(stop.stack().frame("wait_for").isPython()).isTrue();
                session.resume(stop);
            }
            Files.create(go);
            session.exited(0);
        }
    }

    @Test
    void aPausedProgramStepsOn() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            Stop stop = session.pause();
            session.breakAt("main.c@tick");
            stop = session.resumeTo(stop, "main.c@tick");
            stop = session.stepOut(stop);
            assertThat(stop.top().name()).isEqualTo("main");
        }
    }
}
