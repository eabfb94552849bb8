package dev.twinstack.adapter.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;

/** What makes the program run although no request of the client did is told by the event {@code continued}. */
@EndToEnd
class ResumedInConsoleTest {
    @Test
    void continueAndStepsOfGdbAreTold() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@first", "main.c@print");
            Stop stop = session.start().stopped("breakpoint").at("main.c@first");
            type(stop, "-exec next");
            stop = session.stopped("step").at("main.c@second");
            type(stop, "-exec advance loop");
            stop = session.stopped("step");
            assertThat(stop.top().name()).isEqualTo("loop");
            type(stop, "-exec continue");
            stop = session.stopped("breakpoint").at("main.c@print");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aJumpIsTold() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@first", "main.c@print");
            Stop stop = session.start().stopped("breakpoint").at("main.c@first");
            type(stop, "-exec jump " + session.program().at("main.c@print").line());
            session.stopped("breakpoint").at("main.c@print");
        }
    }

    private static void type(Stop stop, String command) {
        stop.top().tryToEvaluate(command, "repl").succeeded();
        boolean all = stop.session()
                .client()
                .event("continued")
                .body()
                .get("allThreadsContinued")
                .getAsBoolean();
        assertThat(all).as("allThreadsContinued").isTrue();
    }
}
