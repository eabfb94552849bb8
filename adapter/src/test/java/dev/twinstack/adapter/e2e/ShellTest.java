package dev.twinstack.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of the shell in the debug console. */
@EndToEnd
class ShellTest {
    @ParameterizedTest
    @ValueSource(strings = {"shell echo one; printf two >&2", "!echo one; printf two", "! echo one; printf two"})
    void whatTheShellSaysIsShown(String command) {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            execute(visiting(session), command).succeeded();
            session.output(output -> output.category("console").contains("one\ntwo"));
            goesOn(session);
        }
    }

    @Test
    void itRunsInTheWorkingDirectory() {
        try (DebugSession session =
                DebugSession.open(Launch.executable("native").inItsFolder())) {
            Frame top = visiting(session);
            execute(top, "shell ls").succeeded();
            session.output(output -> output.category("console").contains("main.c"));
            execute(top, "make -n no-such-target").succeeded();
            session.output(output -> output.category("console").contains("The shell's command ended with status"));
        }
    }

    @Test
    void whileItRunsTheSessionGoesOnAndItCanBeEnded() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame top = visiting(session);
            execute(top, "shell").refused("such as '-exec shell ls'");
            execute(top, "shell cat; echo read; sleep 60").succeeded();
            session.output(output -> output.category("console").contains("read"));
            execute(top, "!echo beside").succeeded();
            session.output(output -> output.category("console").contains("beside"));
            assertThat(top.evaluate("factor").value()).isEqualTo("2");
            execute(top, "shell").succeeded();
            session.output(output -> output.category("console").contains("ended with status 137"));
            execute(top, "!sleep 60").succeeded(); // ended with the session
        }
    }

    @Test
    void whatAProgramPrintsThatGdbRunsIsShown() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Response piped = execute(visiting(session), "pipe info threads | grep -c Thread");
            assertThat(piped.succeeded().body().get("result").getAsString()).isEqualTo("1");
            goesOn(session);
        }
    }

    private static Response execute(Frame frame, String command) {
        return frame.tryToEvaluate("-exec " + command, "repl");
    }

    private static Frame visiting(DebugSession session) {
        session.breakAt("main.c@visit");
        return session.start().stopped("breakpoint").top();
    }

    private static void goesOn(DebugSession session) {
        session.clearBreakpoints("main.c");
        session.resume(session.lastStop());
        session.exited(0);
    }
}
