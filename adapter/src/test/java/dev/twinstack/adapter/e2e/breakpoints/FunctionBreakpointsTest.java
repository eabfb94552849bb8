package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Breakpoints on functions by their names. */
@EndToEnd
class FunctionBreakpointsTest {
    @Test
    void aFunctionIsStoppedAtWhereItsBodyBegins() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Breakpoint add = Breakpoints.of(session)
                    .onFunctions(Json.object("name", "add", "condition", "right > 5", "hitCondition", "%2"))
                    .get(0);
            assertThat(add.line()).isEqualTo(session.program().at("main.c@add").line());
            assertThat(add.path()).endsWith("steps/main.c");
            Stop stop = session.start().stopped("function breakpoint").at("main.c@add");
            assertThat(stop.hitBreakpointIds()).containsExactly(add.id());
            assertThat(changed(session).instruction()).isEqualTo(stop.top().instruction());
            stop.top().local("right").is("7");
            session.resumeTo(stop, "function breakpoint", "main.c@add")
                    .top()
                    .local("right")
                    .is("9");
        }
    }

    @Test
    void allThatStopAtOnePlaceAreNamed() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            List<Breakpoint> lines = session.breakAt(
                    SourceBreakpoint.at("main.c@add").when("right == 4"),
                    SourceBreakpoint.at("main.c@add").when("right > 3"));
            Breakpoint add = Breakpoints.of(session).onFunctions("add").get(0);
            Stop stop = session.start().stopped("function breakpoint").at("main.c@add");
            assertThat(stop.hitBreakpointIds()).containsExactly(add.id());
            Breakpoints.of(session).onFunctions(Json.object("name", "add", "condition", "right == 4"));
            stop = session.resumeTo(stop, "main.c@add");
            stop.top().local("right").is("4");
            assertThat(stop.hitBreakpointIds())
                    .contains(lines.get(0).id(), lines.get(1).id())
                    .hasSize(3);
            Breakpoints.of(session).onFunctions(new String[0]);
            stop = session.resumeTo(stop, "main.c@add");
            assertThat(stop.hitBreakpointIds()).containsExactly(lines.get(1).id());
        }
    }

    @Test
    void theFunctionOfOneFileIsMeant() {
        try (DebugSession session = DebugSession.open(Launch.executable("same_name"))) {
            Breakpoints.of(session).onFunctions("two/part.c:two");
            Stop stop = session.start().stopped("function breakpoint");
            assertThat(stop.top().name()).isEqualTo("two");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aRegularExpressionMeansAllThatItMatches() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Breakpoint all =
                    Breakpoints.of(session).onFunctions("/^(add|loop)$/").get(0);
            assertThat(all.verified()).isTrue();
            assertThat(all.message()).isEqualTo("Matching functions: 2.");
            Stop stop = session.start().stopped("function breakpoint");
            assertThat(stop.top().name()).isEqualTo("loop");
            assertThat(stop.hitBreakpointIds()).containsExactly(all.id());
            session.resume(stop);
            stop = session.stopped("function breakpoint").at("main.c@add");
            Breakpoints.of(session).onFunctions(new String[0]);
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aFunctionOfAnExtensionIsToldWhenItComes(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("late_import", python))) {
            List<Breakpoint> pending = Breakpoints.of(session).onFunctions("work", "/^wor[k]$/", "no_such_function");
            assertThat(pending).noneMatch(Breakpoint::verified);
            Stop stop = session.start().stopped("function breakpoint");
            assertThat(stop.top().name()).isEqualTo("work");
            assertThat(List.of(changed(session), changed(session)))
                    .allMatch(Breakpoint::verified)
                    .extracting(Breakpoint::id)
                    .containsExactlyInAnyOrder(
                            pending.get(0).id(), pending.get(1).id());
        }
    }

    @Test
    void oneIsSetAndTakenAwayWhileTheProgramRuns() {
        try (DebugSession session = DebugSession.open(
                Launch.executable("spin").args(Files.nowhere("go").toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            Breakpoints.of(session).onFunctions("tick");
            Stop stop = session.stopped("function breakpoint").at("main.c@tick");
            session.resume(stop);
            Breakpoints.of(session).onFunctions(new String[0]);
        }
    }

    private static Breakpoint changed(DebugSession session) {
        return session.client().event("breakpoint").breakpoint();
    }
}
