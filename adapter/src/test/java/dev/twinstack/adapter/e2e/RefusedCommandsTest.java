package dev.twinstack.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command of the debug console takes another program into a session, this one out of it, or the session's thread for good. */
@EndToEnd
class RefusedCommandsTest {
    private static final String REFUSAL = "is not carried out here";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "r",
                "start",
                "kill",
                "detach",
                "q",
                "core",
                "target native",
                "add-inferior",
                "python gdb.execute('run')",
                "python import gdb; gdb.execute('target native')",
                "with print pretty on -- kill",
                "pipe kill | cat",
                "eval \"detach\"",
            })
    void howeverItIsCalled(String command) {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame top = visiting(session);
            top.tryToEvaluate("-exec " + command, "repl").refused(REFUSAL);
            goesOn(session);
        }
    }

    @Test
    void byNamesOfTheUsersOwn() {
        Path script = Files.nowhere("script");
        Files.write(script, "define again\nrun\nend\nalias zap = kill\nprint 40 + 2\nzap\nprint 43\n");
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame top = visiting(session);
            Response sourced = top.tryToEvaluate("-exec source " + script, "repl");
            assertThat(sourced.refused("'kill' " + REFUSAL, "= 42").message()).doesNotContain("= 43");
            top.tryToEvaluate("-exec again", "repl").refused("'run' " + REFUSAL);
            goesOn(session);
        }
    }

    @Test
    void throughGdbsOtherInterpreter() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Response answer = visiting(session).tryToEvaluate("-exec interpreter-exec mi \"-exec-run\"", "repl");
            assertThat(answer.body().get("result").getAsString()).contains(REFUSAL);
            goesOn(session);
        }
    }

    @Test
    void whatReadsFurtherLinesIsRefusedAtOnce() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame top = visiting(session);
            for (String command :
                    List.of("commands", "comm 1", "define x", "document x", "while 1", "if 1", "python")) {
                top.tryToEvaluate("-exec " + command, "repl").refused("reads further lines", "-exec source FILE");
            }
            goesOn(session);
        }
    }

    @Test
    void theProgramsOwnEndInTheConsoleIsTheSessionsEnd() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            visiting(session)
                    .tryToEvaluate("-exec print (void)_exit(5)", "repl")
                    .refused("exited");
            session.exited(5);
        }
    }

    @Test
    void aProgramThatAScriptRunsOnStopsAsEver() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            visiting(session)
                    .tryToEvaluate("-exec python gdb.execute('continue')", "repl")
                    .succeeded();
            session.stopped("breakpoint").at("main.c@visit").top().local("node");
        }
    }

    @Test
    void anErrorOfPythonComesWithItsTrace() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            visiting(session).tryToEvaluate("-exec python 1/0", "repl").refused("division by zero");
        }
    }

    private static Frame visiting(DebugSession session) {
        session.breakAt("main.c@visit");
        return session.start().stopped("breakpoint").top();
    }

    private static void goesOn(DebugSession session) {
        assertThat(session.lastStop().top().name()).isEqualTo("visit");
        session.clearBreakpoints("main.c");
        session.resume(session.lastStop());
        session.exited(0);
    }
}
