package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Event;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions, counted hits and log points on lines of Python. */
@EndToEnd
class PythonBreakpointConditionsTest {
    @OnSystemPython
    void aConditionMustHold(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            session.breakAt(SourceBreakpoint.at("main.py@add").when("item == 7 and any(n == total for n in [21])"));
            Stop stop = session.start().stopped("breakpoint").at("main.py@add");
            stop.top().local("item").is("7");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aConditionThatFailsStopsAndSaysWhy(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            session.breakAt(SourceBreakpoint.at("main.py@add").when("item.nothing"));
            Stop stop = session.start().stopped("breakpoint").at("main.py@add");
            assertThat(stop.words()).contains("AttributeError: 'int' object has no attribute 'nothing'");
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 3", "== 4, 3", ">= 9, 8", "% 5, 4"})
    void hitsAreCounted(String condition, String item) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", Pythons.system()))) {
            session.breakAt(SourceBreakpoint.at("main.py@add").onHit(condition));
            session.start().stopped("breakpoint").top().local("item").is(item);
        }
    }

    @OnSystemPython
    void aConditionThatIsNoneIsRefusedAsSuch(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            Breakpoint refused = session.breakAt(
                            SourceBreakpoint.at("main.py@add").onHit("often"))
                    .get(0);
            assertThat(refused.verified()).isFalse();
            assertThat(refused.message()).contains("often");
            session.breakAt(SourceBreakpoint.at("main.py@add").when("not a condition"));
            session.start().exited(0);
            assertThat(session.client().event("breakpoint").breakpoint().message())
                    .contains("'not a condition' is no expression");
        }
    }

    @OnSystemPython
    void aMessageIsLoggedWithoutAStop(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            session.breakAt(SourceBreakpoint.at("main.py@added").logging("{item} makes {total}, {nothing}"));
            session.start().exited(0);
            String error = "<error: NameError: name 'nothing' is not defined>";
            assertThat(session.output(output -> true).category("console"))
                    .startsWith("0 makes 0, " + error + "\n1 makes 1, " + error + "\n")
                    .contains("9 makes 45");
            int line = session.program().at("main.py@added").line();
            assertThat(logs(session)).hasSize(10).allMatch(log -> log.integer("line") == line);
            assertThat(session.client().recording().messages()).noneMatch(message -> message.isEvent("stopped"));
        }
    }

    private static List<Event> logs(DebugSession session) {
        return session.client().recording().messages().stream()
                .filter(message -> message.isEvent("output"))
                .map(message -> new Event(message.seq(), "output", message.body()))
                .filter(output -> output.integer("line") > 0)
                .toList();
    }
}
