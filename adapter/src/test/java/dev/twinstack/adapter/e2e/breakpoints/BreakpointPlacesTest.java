package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Place;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Breakpoints on instructions, by debug registers, and the lines where there can be one. */
@EndToEnd
class BreakpointPlacesTest {
    @Test
    void anInstructionIsStoppedAt() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@add");
            Stop stop = session.start().stopped("breakpoint");
            session.clearBreakpoints("main.c");
            String reference = stop.top().instruction();
            Breakpoint set = Breakpoints.of(session)
                    .onInstructions(Json.object("instructionReference", reference, "condition", "right == 4"))
                    .get(0);
            assertThat(set.line()).isEqualTo(stop.top().line());
            stop = session.resumeTo(stop, "instruction breakpoint", "main.c@add");
            stop.top().local("right").is("4");
            assertThat(stop.hitBreakpointIds()).containsExactly(set.id());
        }
    }

    @Test
    void aHardwareBreakpointIsABreakpoint() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Breakpoint hardware = session.breakAt(
                            SourceBreakpoint.at("main.c@add").by("hardware").onHit("3"),
                            SourceBreakpoint.at("main.c@print").by("software"))
                    .get(0);
            assertThat(hardware.message()).isEqualTo("A hardware breakpoint is set when the program has started.");
            Stop stop = session.start().stopped("breakpoint").at("main.c@add");
            assertThat(stop.hitBreakpointIds()).containsExactly(hardware.id());
            stop.top().local("right").is("2");
            session.resume(session.resumeTo(stop, "main.c@print"));
            session.exited(0);
        }
    }

    @Test
    void theLinesWithCodeAreKnown() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Place first = session.program().at("main.c@first");
            Place end = session.program().at("main.c@end");
            List<Integer> lines = Breakpoints.of(session).linesWithCode("main.c", first.line() - 4, end.line());
            assertThat(lines).contains(first.line(), end.line()).doesNotContain(first.line() - 3);
        }
    }

    @OnSystemPython
    void theLinesOfPythonWithCodeAreKnownBeforeItRuns(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("state", python))) {
            int set = session.program().at("main.py@set").line();
            int end = session.program().at("main.py@end").line();
            List<Integer> lines = Breakpoints.of(session).linesWithCode("main.py", set - 2, end + 2);
            assertThat(lines).containsExactly(set - 1, set, set + 1, set + 2, end);
            session.start();
            session.exited(0);
        }
    }
}
