package dev.twinstack.adapter.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Output;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command of the debug console brings another program into a session, takes the program out of it, or blocks the session for good. */
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
            sourced.refused("'kill' " + REFUSAL);
            Output printed = session.output(output -> output.category("console").contains("= 42"));
            assertThat(printed.category("console")).doesNotContain("= 43");
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
            for (String command : List.of(
                    "commands",
                    "comm",
                    "comm 1",
                    "define x",
                    "document x",
                    "while 1",
                    "if 1",
                    "python",
                    "with print pretty -- define x",
                    "w width 10 -- if 1")) {
                top.tryToEvaluate("-exec " + command, "repl").refused("reads further lines", "-exec source FILE");
            }
            top.tryToEvaluate("-exec python\nprint(1)\nend", "repl").refused("one line at a time", "-exec source FILE");
            goesOn(session);
        }
    }

    @Test
    void whatWouldReadTheSessionsOwnInputGetsNone() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame top = visiting(session);
            top.tryToEvaluate("-exec edit", "repl").refused("'edit' " + REFUSAL, "in the editor");
            top.tryToEvaluate("-exec python print(input())", "repl").refused("EOF");
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
    void aScriptThatRunsTheProgramForEverIsCancelled() {
        try (DebugSession session = DebugSession.open(
                Launch.executable("spin").args(Files.nowhere("go").toString()))) {
            session.breakAt("main.c@tick");
            Stop stop = session.start().stopped("breakpoint");
            int pid = session.client().event("process").integer("systemProcessId");
            session.clearBreakpoints("main.c");
            JsonObject script = Json.object(
                    "expression",
                    "-exec python gdb.execute('continue')",
                    "context",
                    "repl",
                    "frameId",
                    stop.top().id());
            CompletableFuture<Response> running = session.client().send("evaluate", script);
            int request = session.client().lastSeq();
            assertThat(pid).matches(RefusedCommandsTest::runsOn);
            session.client().ask("cancel", Json.object("requestId", request)).succeeded();
            session.client().await("evaluate", running);
            assertThat(session.stopped("exception").words()).contains("SIGINT");
            session.resume(session.lastStop());
            session.pause();
        }
    }

    @Test
    void anErrorOfPythonComesWithItsTrace() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            visiting(session).tryToEvaluate("-exec python 1/0", "repl").refused("division by zero");
        }
    }

    /** Whether a process is no longer stopped by a debugger within ten seconds. */
    private static boolean runsOn(int pid) {
        for (int i = 0; i < 1000; i++) {
            if (!isStopped(pid)) {
                return true;
            }
            LockSupport.parkNanos(10_000_000);
        }
        return false;
    }

    private static boolean isStopped(int pid) {
        try {
            return java.nio.file.Files.readString(Path.of("/proc/" + pid + "/status"))
                    .contains("tracing stop");
        } catch (IOException e) {
            throw new UncheckedIOException("The state of process " + pid + " could not be read.", e);
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
