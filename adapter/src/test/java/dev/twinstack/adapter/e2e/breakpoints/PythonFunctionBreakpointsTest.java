package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import java.util.List;

/** Breakpoints on functions of Python by their names. */
@EndToEnd
class PythonFunctionBreakpointsTest {
    @OnSystemPython
    void aFunctionIsStoppedAtItsFirstLine(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            Breakpoint add = Breakpoints.of(session)
                    .onFunctions(Json.object("name", "py:add", "condition", "item > 5", "hitCondition", "%2"))
                    .get(0);
            assertThat(add.verified()).isFalse();
            assertThat(add.message()).isEqualTo("No module that the program has imported has a function 'add' yet.");
            Stop stop = session.start().stopped("function breakpoint").at("main.py@add");
            Breakpoint bound = session.client().event("breakpoint").breakpoint();
            assertThat(bound.verified()).isTrue();
            assertThat(bound.path()).endsWith("lines/main.py");
            assertThat(bound.line()).isEqualTo(stop.top().line());
            assertThat(stop.hitBreakpointIds()).containsExactly(add.id());
            stop.top().local("item").is("7");
            session.resumeTo(stop, "function breakpoint", "main.py@add")
                    .top()
                    .local("item")
                    .is("9");
        }
    }

    @OnSystemPython
    void oneOfAModuleIsBoundWhenThatIsImported(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            List<Breakpoint> set = Breakpoints.of(session).onFunctions("late.say()", "py:add(1)", "nowhere");
            assertThat(set.get(1).message()).contains("'add(1)' is no name of a function of Python");
            assertThat(set).extracting(Breakpoint::message).last().asString().contains("'py:nowhere'");
            Stop stop = session.start().stopped("function breakpoint").at("late.py@word");
            assertThat(stop.hitBreakpointIds()).containsExactly(set.get(0).id());
            Breakpoints.of(session).onFunctions("__main__.add");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void theyAreSetAndRemovedWhereTheProgramStands(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            session.breakAt("main.py@first");
            Stop stop = session.start().stopped("breakpoint").at("main.py@first");
            session.clearBreakpoints("main.py");
            Breakpoint add = Breakpoints.of(session).onFunctions("__main__.add").get(0);
            assertThat(add.verified()).as(add.message()).isTrue();
            stop = session.resumeTo(stop, "function breakpoint", "main.py@add");
            Breakpoints.of(session).onFunctions(new String[0]);
            session.resume(stop);
            session.exited(0);
        }
    }
}
