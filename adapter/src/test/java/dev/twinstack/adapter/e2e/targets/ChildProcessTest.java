package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Children neither die at an inherited breakpoint nor end the session. */
@EndToEnd
class ChildProcessTest {
    @Test
    void aChildProcessRunsOverItsParentsBreakpoints() {
        try (DebugSession session = DebugSession.open(Launch.executable("forks"))) {
            session.breakAt("main.c@work");
            Stop stop = session.start().stopped("breakpoint").at("main.c@work");
            session.output(output -> output.ofDebuggee().contains("child exited with 7"));
            session.resume(stop);
            session.exited(2);
        }
    }

    @Test
    void aChildThatKeepsTheTerminalDoesNotDelayTheEnd() {
        try (DebugSession session = DebugSession.open(Launch.executable("lingering"))) {
            session.start();
            assertTimeout(Duration.ofSeconds(5), () -> session.exited(0));
            assertThat(session.output(output -> true).ofDebuggee()).isEqualTo("parent ends\n");
        }
    }

    @OnSystemPython
    void childrenOfPythonRunOverTheirParentsBreakpoints(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("children", python))) {
            session.breakAt("children.c@work");
            Stop stop = session.start().stopped("breakpoint").at("children.c@work");
            assertThat(stop.stack().frame("<module>"))
                    .matches(session.program().frame("<module>", "main.py@parent")::fits);
            session.resume(stop);
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee())
                    .isEqualTo("forked 11\npooled [11, 12, 13]\nspawned 12\nparent 19\n");
        }
    }

    @OnSystemPython
    void childrenRunOverLinesOfPythonWhereTheirParentStops(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("children", python))) {
            session.breakAt("main.py@parent");
            session.resume(session.start().stopped("breakpoint").at("main.py@parent"));
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee())
                    .isEqualTo("forked 11\npooled [11, 12, 13]\nspawned 12\nparent 19\n");
        }
    }

    @Test
    void aProgramThatAShellExecutesIsDebugged() {
        TestProgram steps = TestProgram.named("steps");
        String executable = Launch.executable(steps).arguments().get("program").getAsString();
        Launch launch = Launch.executable(steps).with("program", "/bin/sh").args("-c", "exec \"$0\"", executable);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.c@print");
            Stop stop = session.start().stopped("breakpoint").at("main.c@print");
            session.resume(stop);
            session.exited(0);
        }
    }
}
