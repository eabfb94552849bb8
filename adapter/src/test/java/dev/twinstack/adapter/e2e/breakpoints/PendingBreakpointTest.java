package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Event;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnEveryPython;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;

/** Breakpoints in an extension that is not imported yet. */
@EndToEnd
class PendingBreakpointTest {
    @OnEveryPython
    void aPendingBreakpointIsToldWhenItsExtensionComes(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("late_import", python))) {
            Breakpoint pending = session.breakAt("late.c@work").get(0);
            assertThat(pending.verified()).isFalse();
            assertThat(pending.id()).isNotNegative();
            Stop stop = session.start().stopped("breakpoint").at("late.c@work");
            assertThat(stop.hitBreakpointIds()).containsExactly(pending.id());
            Event event = session.client().event("breakpoint");
            assertThat(event.text("reason")).isEqualTo("changed");
            Breakpoint changed = event.breakpoint();
            assertThat(changed.id()).isEqualTo(pending.id());
            assertThat(changed.verified()).isTrue();
            assertThat(changed.line())
                    .isEqualTo(session.program().at("late.c@work").line());
            session.resume(session.resumeTo(stop, "late.c@work"));
            session.exited(0);
            assertThat(session.client().recording().messages())
                    .filteredOn(message -> message.isEvent("breakpoint"))
                    .hasSize(1);
        }
    }

    @OnSystemPython
    void aPendingBreakpointKeepsItsCondition(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("late_import", python))) {
            session.breakAt(SourceBreakpoint.at("late.c@work").when("value == 2"));
            Stop stop = session.start().stopped("breakpoint").at("late.c@work");
            stop.top().local("value").is("2");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aPendingBreakpointThatIsRemovedIsNotHit(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("late_import", python))) {
            session.breakAt("late.c@work");
            session.clearBreakpoints("late.c");
            session.start().exited(0);
        }
    }
}
