package dev.twinstack.adapter.e2e.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Scope;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variables;

/** A thread's exceptions, beside the variables of its frames. */
@EndToEnd
class ExceptionsScopeTest {
    @OnSystemPython
    void aFrameShowsWhatIsPendingAndWhatIsHandled(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("raising", python))) {
            session.breakAt("raising.c@pending", "raising.c@calm");
            Stop stop = session.start().stopped("breakpoint");
            for (Frame frame : stop.stack().frames()) {
                Variables exceptions = frame.scope("Exceptions").variables();
                assertThat(exceptions.get("pending").value()).isEqualTo("KeyError('key')");
                assertThat(exceptions.get("handled").value()).isEqualTo("FileNotFoundError(2, 'absent')");
            }
            Variables handled =
                    stop.top().scope("Exceptions").variables().get("handled").children();
            assertThat(handled.get("__cause__").value()).isEqualTo("ValueError('cause')");
            Stop calm = session.resumeTo(stop, "raising.c@calm");
            assertThat(calm.top().scopes()).extracting(Scope::name).doesNotContain("Exceptions");
        }
    }
}
