package dev.twinstack.adapter.e2e.execution;

import static dev.twinstack.adapter.dsl.Stepping.pc;
import static dev.twinstack.adapter.dsl.Stepping.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of a statement, a line or an instruction (DAP: SteppingGranularity). */
@EndToEnd
class GranularityTest {
    @ParameterizedTest
    @ValueSource(strings = {"statement", "line"})
    void aStatementIsALine(String granularity) {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = startAt(session, "main.c@call");
            stop = step("stepIn", stop, granularity);
            assertThat(stop.top().name()).isEqualTo("loop");
            stop = step("stepOut", stop, granularity).at("main.c@call");
            step("next", stop, granularity).at("main.c@print");
        }
    }

    @Test
    void anInstructionIsLessThanALine() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = startAt(session, "main.c@second");
            String before = pc(stop);
            stop = step("next", stop, "instruction").at("main.c@second");
            assertThat(pc(stop)).isNotEqualTo(before);
        }
    }

    @Test
    void anInstructionStepEntersACallAndNextGoesOverIt() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = startAt(session, "main.c@call");
            stop = toAnotherLine(stop, "stepIn");
            assertThat(stop.top().name()).isEqualTo("loop");
            stop = step("stepOut", stop, "instruction").at("main.c@call");
            toAnotherLine(stop, "next").at("main.c@print");
        }
    }

    private static Stop toAnotherLine(Stop from, String command) {
        Frame before = from.top();
        Stop stop = from;
        for (int i = 0; i < 20 && stop.top().line() == before.line(); i++) {
            stop = step(command, stop, "instruction");
        }
        return stop;
    }

    @OnSystemPython
    void instructionsReachCPythonsEvaluatorAndGoOnThere(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            Stop stop = startAt(session, "callback.c@leaf-end");
            stop = step("next", stop, "line");
            for (int i = 0; i < 400 && stop.top().name().equals("leaf"); i++) {
                stop = step("next", stop, "instruction");
            }
            assertThat(stop.top().isPython()).isFalse();
            assertThat(stop.stack().visible().get(0).name()).isEqualTo("inner");
            for (int i = 0; i < 3; i++) {
                stop = step("stepIn", stop, "instruction");
            }
            session.clearBreakpoints("callback.c");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void codeWithoutLinesIsSteppedByInstructions() {
        try (DebugSession session =
                DebugSession.open(Launch.executable("steps", "-g0").with("stopOnEntry", true))) {
            Stop stop = session.start().stopped("entry");
            for (int i = 0; i < 3; i++) {
                String before = pc(stop);
                stop = step("stepIn", stop, "instruction");
                assertThat(pc(stop)).isNotEqualTo(before);
            }
        }
    }

    private static Stop startAt(DebugSession session, String fileAndMark) {
        session.breakAt(fileAndMark);
        return session.start().stopped("breakpoint").at(fileAndMark);
    }

    @Test
    void aStrippedProgramIsSteppedFromItsFirstInstruction() {
        Launch launch = Launch.executable("steps", "-s").with("stopOnEntry", true);
        try (DebugSession session = DebugSession.open(launch)) {
            Stop stop = session.start().stopped("entry");
            String first = stop.top().instruction();
            stop = session.next(stop);
            assertThat(stop.top().instruction()).isNotEqualTo(first);
            session.resume(stop);
            session.exited(0);
        }
    }
}
