package dev.twinstack.adapter.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Response;
import java.util.List;
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
        }
    }

    @Test
    void itEndsWithTheSession() {
        ProcessHandle child;
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            execute(visiting(session), "shell sleep 60 & echo pid $!.").succeeded();
            child = named(session);
        }
        assertThat(Orphans.endsSoon(child)).isTrue();
    }

    @Test
    void itsBackgroundJobsAreACommandThatRuns() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame top = visiting(session);
            execute(top, "shell (sleep 0.3; echo one; sleep 0.3; echo two; sleep 0.3; echo three) & echo none")
                    .succeeded();
            session.output(output -> output.category("console").contains("none\none\ntwo\nthree"));
            execute(top, "shell sleep 60 & echo pid $!.").succeeded();
            ProcessHandle child = named(session);
            execute(top, "shell").succeeded();
            assertThat(Orphans.endsSoon(child)).isTrue();
        }
    }

    @Test
    void anUnfinishedLineIsItsOwn() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            execute(visiting(session), "shell printf two; exit 3").succeeded();
            session.output(
                    output -> output.category("console").contains("two\nThe shell's command ended with status 3."));
        }
    }

    @Test
    void itRunsInAnyStateOfTheProgram() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin").args("never"))) {
            typed(session, "-exec shell echo before").succeeded();
            session.output(output -> output.category("console").contains("before"));
            session.start().output(output -> output.category("stdout").contains("running"));
            typed(session, "-exec !echo while").succeeded();
            session.output(output -> output.category("console").contains("while"));
            typed(session, "-exec bt").refused("pause it first");
            typed(session, "py-bt").refused("pause it first");
            session.pause();
        }
    }

    @Test
    void whatAProgramPrintsThatGdbRunsIsShown() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame top = visiting(session);
            for (String command : List.of("pipe info threads | grep -c Thread", "| info threads | printf 1")) {
                Response piped = execute(top, command).succeeded();
                assertThat(piped.body().get("result").getAsString()).isEqualTo("1");
            }
            goesOn(session);
        }
    }

    private static Response execute(Frame frame, String command) {
        return frame.tryToEvaluate("-exec " + command, "repl");
    }

    private static Response typed(DebugSession session, String expression) {
        return session.client().ask("evaluate", Json.object("expression", expression, "context", "repl"));
    }

    /** The process whose number a command has printed. */
    private static ProcessHandle named(DebugSession session) {
        String said = session.output(output -> output.category("console").matches("(?s).*pid \\d+\\..*"))
                .category("console");
        return ProcessHandle.of(Long.parseLong(said.replaceFirst("(?s).*pid (\\d+)\\..*", "$1")))
                .orElseThrow();
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
