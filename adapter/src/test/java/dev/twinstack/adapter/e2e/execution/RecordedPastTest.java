package dev.twinstack.adapter.e2e.execution;

import static dev.twinstack.adapter.dsl.Backwards.assumePossible;
import static dev.twinstack.adapter.dsl.Backwards.back;
import static dev.twinstack.adapter.dsl.Backwards.isOffered;
import static dev.twinstack.adapter.dsl.Stepping.thread;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Setter;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;

/** Changes, pauses and ends while GDB shows a recording of what the program did. */
@EndToEnd
class RecordedPastTest {
    private static final Launch RECORDED = Launch.executable("spin").with("reverseDebugging", true);
    private static final int TERMINATED = 128 + 15;

    @Test
    void aChangeInThePastEndsTheRecordingThereAndTheProgramCanBePaused() {
        assumePossible();
        try (DebugSession session = DebugSession.open(RECORDED)) {
            Stop stop = goneBack(session);
            new Setter(stop.top()).tryToSetExpression("ticks", "5").succeeded();
            session.output(output -> output.category("console").contains("recorded beyond this point is lost"));
            session.resume(stop);
            session.pause();
        }
    }

    @Test
    void terminateEndsAProgramThatIsShownAsItWas() {
        assumePossible();
        try (DebugSession session = DebugSession.open(RECORDED)) {
            goneBack(session);
            session.ask("terminate", new JsonObject());
            session.exited(TERMINATED);
        }
    }

    @Test
    void aRestartWithoutARecordingOffersNoStepBack() {
        assumePossible();
        Launch recorded = Launch.executable("steps").with("reverseDebugging", true);
        try (DebugSession session = DebugSession.open(recorded)) {
            session.breakAt("main.c@second");
            session.start().stopped("breakpoint");
            assertThat(isOffered(session)).isTrue();
            session.ask(
                    "restart",
                    Json.object(
                            "arguments",
                            recorded.with("reverseDebugging", false).arguments()));
            assertThat(isOffered(session)).isFalse();
            Stop stop = session.stopped("breakpoint");
            session.client().ask("stepBack", thread(stop)).refused("There is no recording");
        }
    }

    @Test
    void aPauseRightAtTheStartIsNotLost() {
        assumePossible();
        try (DebugSession session = DebugSession.open(RECORDED)) {
            session.start().client().ask("pause", Json.object("threadId", 1));
            session.stopped("pause");
        }
    }

    private static Stop goneBack(DebugSession session) {
        session.breakAt("main.c@tick");
        Stop stop = session.start().stopped("breakpoint");
        session.clearBreakpoints("main.c");
        stop = session.next(stop);
        return back(stop, "stepBack", "step").at("main.c@tick");
    }
}
