package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breakpoints on lines of Python. */
@EndToEnd
class PythonBreakpointsTest {
    private static final String PENDING = "The program has not imported this file yet.";

    @OnSystemPython
    void aLineStopsTheProgramUnderItsCallers(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            Breakpoint add = session.breakAt("main.py@add").get(0);
            assertThat(add.verified()).isFalse();
            assertThat(add.message()).isEqualTo(PENDING);
            Stop stop = session.start().stopped("breakpoint").at("main.py@add");
            assertThat(stop.hitBreakpointIds()).containsExactly(add.id());
            assertThat(stop.stack().visible()).extracting(frame -> frame.name()).startsWith("add", "work", "<module>");
            stop.top().local("item").is("0");
            stop = session.resumeTo(stop, "main.py@add");
            stop.top().local("item").is("1");
            session.clearBreakpoints("main.py");
            session.resume(stop);
            session.exited(0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.twinstack.adapter.dsl.Pythons#unsupportedOnes")
    void anOlderPythonSaysWhyItsLinesDoNotStop(Python python) {
        String why =
                "from CPython 3.8 on, and the program's is " + python.label().replace("pyenv-", "") + ";";
        try (DebugSession session = DebugSession.open(
                Launch.python("exits_python", python).without("program").with("code", "raise SystemExit(3)"))) {
            session.breakAt("main.py@exit");
            session.ask("setExceptionBreakpoints", Json.object("filters", List.of("uncaught")));
            session.start();
            for (int row = 0; row < 2; row++) {
                assertThat(session.client().event("breakpoint").breakpoint().message())
                        .contains(why);
            }
            session.output(output -> output.category("important").contains(why));
            session.exited(3);
        }
    }

    @Test
    void anOlderPythonThatRunsSaysSoToo() {
        Python python = Pythons.unsupported().orElseThrow();
        String code = "import time; print('runs'); time.sleep(60)";
        List<String> command = List.of(python.executable().toString(), "-uc", code);
        TestProgram folder = TestProgram.named("exits_python");
        try (RunningProgram program = RunningProgram.start(folder, command, Map.of())) {
            program.printed("runs");
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                assertThat(session.breakAt("main.py@exit").get(0).message()).contains("from CPython 3.8 on");
            }
        }
    }

    @OnSystemPython
    void oneIsBoundWhenItsFileIsImported(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            Breakpoint say = session.breakAt("late.py@say").get(0);
            assertThat(say.verified()).isFalse();
            session.start();
            Breakpoint bound = session.client().event("breakpoint").breakpoint();
            assertThat(bound.id()).isEqualTo(say.id());
            assertThat(bound.verified()).isTrue();
            Stop stop = session.stopped("breakpoint").at("late.py@say");
            stop.top().local("word").is("'late'");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aLineWithoutCodeMovesToTheNextThatHas(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            session.breakAt("main.py@comment");
            Stop stop = session.start().stopped("breakpoint").at("main.py@add");
            Breakpoint moved = session.client().event("breakpoint").breakpoint();
            assertThat(moved.line()).isEqualTo(stop.top().line());
        }
    }

    @OnSystemPython
    void theyAreSetAndRemovedWhileTheProgramRuns(Python python) {
        Path go = Files.nowhere("go");
        try (DebugSession session =
                DebugSession.open(Launch.python("lines", python).args(go.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("late"));
            session.breakAt("main.py@round");
            Stop stop = session.stopped("breakpoint").at("main.py@round");
            session.resume(stop);
            stop = session.stopped("breakpoint").at("main.py@round");
            session.resume(stop);
            session.clearBreakpoints("main.py");
            session.breakAt(SourceBreakpoint.at("main.py@sleep").when("rounds > 20"));
            session.stopped("breakpoint");
            session.clearBreakpoints("main.py");
            session.resume(session.lastStop());
            Files.create(go);
            session.exited(0);
            assertThat(session.client().recording().messages()).noneMatch(message -> message.isEvent("continued"));
        }
    }

    @OnSystemPython
    void whatIsKnownOfAStopStaysTrueWhenMoreAreSet(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            session.breakAt("main.py@added");
            Stop stop = session.start().stopped("breakpoint").at("main.py@added");
            Frame caller = stop.stack().visible().get(1);
            assertThat(session.breakAt("main.py@added", "main.py@sum")).allMatch(Breakpoint::verified);
            caller.local("item").is("0");
            stop.at("main.py@added");
            session.breakAt("main.py@sum");
            caller.local("total").is("0");
            stop = session.resumeTo(stop, "main.py@sum");
            stop.top().local("total").is("45");
            session.resume(stop);
            session.exited(0);
            assertThat(stops(session)).isEqualTo(2);
            assertThat(session.client().recording().messages())
                    .noneMatch(message -> message.isEvent("continued") || message.isEvent("invalidated"));
        }
    }

    @OnSystemPython
    void oneIsSetWhileTheProgramStandsInC(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            session.breakAt("border.c@leaf");
            Stop stop = session.start().stopped("breakpoint").at("border.c@leaf");
            Frame inner = stop.stack().frame("inner");
            session.breakAt("main.py@after");
            inner.local("size").is("3");
            stop = session.resumeTo(stop, "main.py@after");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void anAttachedProcessIsLeftAsItWas(Python python) {
        Path go = Files.nowhere("go");
        try (RunningProgram program =
                Launch.python("lines", python).args(go.toString()).run()) {
            program.printed("late");
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt(SourceBreakpoint.at("main.py@round").when("rounds > 20"));
                Stop stop = session.start().stopped("breakpoint").at("main.py@round");
                session.resume(stop);
                session.stopped("breakpoint");
                session.disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
            assertThat(program.printed()).endsWith("[None, None]\ndone\n");
        }
    }

    @OnSystemPython
    void theyArePendingAgainInTheNextRun(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            Breakpoint sum = session.breakAt("main.py@sum").get(0);
            session.start().stopped("breakpoint").at("main.py@sum");
            assertThat(session.client().event("breakpoint").breakpoint().verified())
                    .isTrue();
            session.ask("restart", new JsonObject());
            Breakpoint again = session.client().event("breakpoint").breakpoint();
            assertThat(again.id()).isEqualTo(sum.id());
            assertThat(again.verified()).isFalse();
            assertThat(again.message()).isEqualTo(PENDING);
            Stop stop = session.stopped("breakpoint").at("main.py@sum");
            assertThat(stop.hitBreakpointIds()).containsExactly(sum.id());
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void inAProgramWithoutPythonTheyStayPending() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@second");
            Stop stop = session.start().stopped("breakpoint").at("main.c@second");
            Breakpoint pending = breakIn(session, "/nowhere/main.py");
            assertThat(pending.verified()).isFalse();
            stop = session.next(stop);
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aScriptIsPythonsByItsFirstLine(Python python) {
        Path script = Files.nowhere("greet");
        Files.write(script, "#!/usr/bin/env python3\nprint('stopped before')\n");
        try (DebugSession session =
                DebugSession.open(Launch.python("lines", python).with("program", script.toString()))) {
            breakIn(session, script.toString());
            Stop stop = session.start().stopped("breakpoint");
            assertThat(stop.top().line()).isEqualTo(2);
            session.resume(stop);
            session.exited(0);
        }
    }

    private static Breakpoint breakIn(DebugSession session, String path) {
        JsonObject wanted = Json.object("source", Map.of("path", path), "breakpoints", List.of(Map.of("line", 1)));
        return Breakpoint.listOf(session.ask("setBreakpoints", wanted)).get(0);
    }

    @OnSystemPython
    void theEntryComesBeforeThem(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("lines", python).with("stopOnEntry", true))) {
            session.breakAt("main.py@first");
            session.resume(session.start().stopped("entry"));
            session.resume(session.stopped("breakpoint").at("main.py@first"));
            session.exited(0);
        }
    }

    /** They only stop once where the interpreter starts, to be told of later calls of {@code breakpoint()}. */
    @OnSystemPython
    void sessionsWithoutThemRunNothingInTheProgram(Python python) {
        Path log;
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            log = session.logFile();
            session.breakAt("border.c@leaf");
            session.clearBreakpoints("main.py");
            session.resume(session.start().stopped("breakpoint"));
            session.exited(0);
        }
        assertThat(log)
                .content()
                .contains("set-breakpoints")
                .containsOnlyOnce("twinstack python-")
                .doesNotContain("-exec-continue --thread")
                .doesNotContain("set-python-breakpoints");
    }

    private static long stops(DebugSession session) {
        return session.client().recording().messages().stream()
                .filter(message -> message.isEvent("stopped"))
                .count();
    }
}
