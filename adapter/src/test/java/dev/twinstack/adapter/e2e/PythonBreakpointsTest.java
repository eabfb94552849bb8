package dev.twinstack.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnEveryPython;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;

/** Breakpoints on lines of Python. */
@EndToEnd
class PythonBreakpointsTest {
    @OnEveryPython
    void aLineStopsTheProgramUnderItsCallers(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            Breakpoint add = session.breakAt("main.py@add").get(0);
            assertThat(add.verified()).isFalse();
            assertThat(add.message()).isEqualTo("The program has not imported this file yet.");
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

    @OnSystemPython
    void aConditionMustHold(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            session.breakAt(SourceBreakpoint.at("main.py@add").when("item == 7 and total"));
            Stop stop = session.start().stopped("breakpoint").at("main.py@add");
            stop.top().local("item").is("7");
            session.resume(stop);
            session.exited(0);
        }
    }
}
