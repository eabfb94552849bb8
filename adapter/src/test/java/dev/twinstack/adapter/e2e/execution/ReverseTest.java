package dev.twinstack.adapter.e2e.execution;

import static dev.twinstack.adapter.dsl.Backwards.assumePossible;
import static dev.twinstack.adapter.dsl.Backwards.back;
import static dev.twinstack.adapter.dsl.Backwards.hangs;
import static dev.twinstack.adapter.dsl.Backwards.isOffered;
import static dev.twinstack.adapter.dsl.Stepping.step;
import static dev.twinstack.adapter.dsl.Stepping.thread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.FakeGdb;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;

/** Going back along what GDB has recorded. */
@EndToEnd
class ReverseTest {
    private static final Launch RECORDED = Launch.executable("steps").with("reverseDebugging", true);

    @Test
    void aRecordedProgramGoesBackToItsBeginning() {
        assumePossible();
        try (DebugSession session = DebugSession.open(RECORDED)) {
            session.breakAt("main.c@print");
            Stop stop = session.start().stopped("breakpoint").at("main.c@print");
            assertThat(isOffered(session)).isTrue();
            stop = back(stop, "stepBack", "step").at("main.c@call");
            stop = back(stop, "stepBack", "step").at("main.c@second");
            session.breakAt("main.c@add-end");
            session.resume(stop);
            stop = session.stopped("breakpoint").at("main.c@add-end");
            stop.top().local("sum").is("0");
            session.clearBreakpoints("main.c");
            stop = back(stop, "reverseContinue", "pause");
            assertThat(stop.words()).contains("End of the recording");
            assertThat(stop.top().name()).isEqualTo("main");
        }
    }

    @Test
    void aBreakpointIsHitOnTheWayBack() {
        assumePossible();
        try (DebugSession session = DebugSession.open(RECORDED)) {
            session.breakAt("main.c@print");
            Stop stop = session.start().stopped("breakpoint");
            session.breakAt("main.c@add-end");
            stop = back(stop, "reverseContinue", "breakpoint").at("main.c@add-end");
            stop.stack().frame("loop").local("round").is("9");
        }
    }

    @Test
    void aRecordingOfTheDebugConsoleOffersIt() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@second");
            Stop stop = session.start().stopped("breakpoint");
            session.client().ask("stepBack", thread(stop)).refused("There is no recording", "reverseDebugging");
            session.clearBreakpoints("main.c");
            stop.top().tryToEvaluate("-exec record", "repl").succeeded();
            assertThat(isOffered(session)).isNotEqualTo(hangs());
            stop = session.next(session.next(stop).at("main.c@call")).at("main.c@print");
            if (hangs()) {
                session.client().ask("stepBack", thread(stop)).refused("hangs when it goes backwards");
            } else {
                stop = back(stop, "stepBack", "step").at("main.c@call");
            }
            stop.top().tryToEvaluate("-exec record stop", "repl").succeeded();
            assertThat(isOffered(session)).isFalse();
        }
    }

    @Test
    void aStepBackLeadsFromCodeWithoutAFunctionIntoTheOneThatReturnedThere() {
        assumePossible();
        try (DebugSession session = DebugSession.open(
                RECORDED.with("gdb", FakeGdb.withoutDebugFiles().toString()))) {
            session.breakAt("main.c@end");
            Stop stop = session.start().stopped("breakpoint");
            while (stop.top().name().equals("main")) {
                stop = step("next", stop, "instruction");
            }
            assertThat(stop.top().name()).startsWith("libc.so.6!0x");
            assertThat(back(stop, "stepBack", "step").top().name()).isEqualTo("main");
        }
    }

    @Test
    void theEndOfARecordedProgramIsAStopThatSaysHowToGoOn() {
        assumePossible();
        try (DebugSession session = DebugSession.open(RECORDED)) {
            Stop stop = session.start().stopped("pause");
            assertThat(stop.words()).contains("Stopped by the recording", "'-exec record stop'");
            stop.top().tryToEvaluate("-exec record stop", "repl").succeeded();
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aLongWayBackIsPaused() {
        assumePossible();
        try (DebugSession session = DebugSession.open(Launch.executable("spin").with("reverseDebugging", true))) {
            session.start();
            session.output(output -> output.ofDebuggee().contains("running"));
            Stop stop = session.pause();
            session.ask("reverseContinue", thread(stop));
            session.ask("pause", thread(stop));
            session.stopped("pause");
        }
    }
}
