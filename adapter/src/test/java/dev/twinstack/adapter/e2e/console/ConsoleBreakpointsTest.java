package dev.twinstack.adapter.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Event;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Breakpoints that are made, changed or deleted by commands of GDB in the debug console: the client knows what became of its own. */
@EndToEnd
class ConsoleBreakpointsTest {
    @Test
    void aBreakpointThatIsDeletedThereIsRemovedAndCanBeSetAgain() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            List<Breakpoint> set = session.breakAt("main.c@first", "main.c@second", "main.c@print");
            Stop stop = session.start().stopped("breakpoint").at("main.c@first");
            execute(stop, "delete " + set.get(1).id());
            removed(session, set.get(1));
            stop = session.resumeTo(stop, "main.c@print");
            assertThat(session.breakAt("main.c@print", "main.c@end")).allMatch(Breakpoint::verified);
            session.resume(session.resumeTo(stop, "main.c@end"));
            session.exited(0);
        }
    }

    @Test
    void deleteTakesEveryBreakpointOfTheClientAndTheSessionGoesOn() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps").with("stopOnEntry", true))) {
            List<Breakpoint> set = session.breakAt(
                    SourceBreakpoint.at("main.c@first"),
                    SourceBreakpoint.at("main.c@body").onHit("3"));
            Stop stop = session.start().stopped("entry");
            execute(stop, "delete");
            set.forEach(breakpoint -> removed(session, breakpoint));
            assertThat(session.breakAt("main.c@call")).allMatch(Breakpoint::verified);
            session.resume(session.resumeTo(stop, "main.c@call"));
            session.exited(0);
        }
    }

    @Test
    void aBreakpointThatIsDisabledThereSaysSoUntilItIsEnabled() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            List<Breakpoint> set = session.breakAt("main.c@first", "main.c@second", "main.c@call");
            int second = set.get(1).id();
            Stop stop = session.start().stopped("breakpoint").at("main.c@first");
            execute(stop, "disable " + second);
            isDisabled(changed(session), second);
            isDisabled(
                    session.breakAt("main.c@first", "main.c@second", "main.c@call")
                            .get(1),
                    second);
            execute(stop, "enable " + second);
            assertThat(changed(session).verified()).isTrue();
            execute(stop, "python import twinstack.breakpoints.breakpoint_sets as sets; sets._sets.clear()");
            assertThat(session.breakAt("main.c@first", "main.c@second", "main.c@call"))
                    .as("what the helpers have lost is made anew")
                    .allMatch(Breakpoint::verified)
                    .extracting(Breakpoint::id)
                    .doesNotContain(second);
            session.resumeTo(stop, "main.c@second");
        }
    }

    @Test
    void whatStandsForSeveralIsDisabledEnabledAndRemovedWithThem() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps").with("stopOnEntry", true))) {
            Breakpoint all =
                    Breakpoints.of(session).onFunctions("/^(add|loop)$/").get(0);
            Stop stop = session.start().stopped("entry");
            session.client().event("breakpoint"); // the program is where it runs
            execute(stop, "disable");
            Breakpoint disabled = changed(session);
            assertThat(disabled.verified()).isFalse();
            assertThat(disabled.message()).contains("type '-exec enable 1 2' there");
            execute(stop, "enable 2");
            assertThat(changed(session).verified()).isTrue();
            execute(stop, "delete 1");
            assertThat(changed(session).message()).isEqualTo("Matching functions: 1.");
            execute(stop, "delete 2");
            removed(session, all);
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aBreakpointOfTheConsoleStopsAndIsNoneOfTheClient() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@first");
            Stop stop = session.start().stopped("breakpoint").at("main.c@first");
            execute(stop, "tbreak loop");
            execute(stop, "break add");
            session.resume(stop);
            assertThat(session.stopped("breakpoint").top().name()).isEqualTo("loop");
            session.resume(session.lastStop());
            stop = session.stopped("breakpoint").at("main.c@add");
            assertThat(stop.hitBreakpointIds()).isEmpty();
            assertThat(session.breakAt("main.c@first", "main.c@add")).allMatch(Breakpoint::verified);
            execute(stop, "clear add");
            session.clearBreakpoints("main.c");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aWatchpointOfTheConsoleIsADataBreakpoint() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@body");
            Stop stop = session.start().stopped("breakpoint").at("main.c@body");
            session.clearBreakpoints("main.c");
            execute(stop, "watch total");
            session.resume(stop);
            assertThat(session.stopped("data breakpoint").words()).contains("total: 0 → 1");
        }
    }

    private static void execute(Stop stop, String command) {
        Response said = stop.top().tryToEvaluate("-exec " + command, "repl").succeeded();
        assertThat(said.body().get("result").getAsString()).doesNotContain("twinstack");
    }

    private static void removed(DebugSession session, Breakpoint deleted) {
        Event event = session.client().event("breakpoint");
        assertThat(event.text("reason")).isEqualTo("removed");
        assertThat(event.breakpoint().id()).isEqualTo(deleted.id());
        assertThat(event.breakpoint().verified()).isFalse();
    }

    private static Breakpoint changed(DebugSession session) {
        Event event = session.client().event("breakpoint");
        assertThat(event.text("reason")).isEqualTo("changed");
        return event.breakpoint();
    }

    private static void isDisabled(Breakpoint breakpoint, int id) {
        assertThat(breakpoint.id()).isEqualTo(id);
        assertThat(breakpoint.verified()).isFalse();
        assertThat(breakpoint.message()).contains("Disabled in the debug console", "-exec enable " + id);
    }
}
