package dev.twinstack.adapter.e2e.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;

/** Next, step in and step out. */
@EndToEnd
class StepsTest {
    @Test
    void nextGoesLineByLine() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = startAt(session, "main.c@first");
            stop = session.next(stop).at("main.c@second");
            stop = session.next(stop).at("main.c@call");
            stop = session.next(stop).at("main.c@print");
            stop.top().local("third").is("45");
            stop = session.next(stop).at("main.c@end");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void stepInAndOutFollowCalls() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = startAt(session, "main.c@body");
            stop = session.stepIn(stop).at("main.c@add");
            stop = session.next(stop).at("main.c@add-end");
            stop.top().local("sum").is("0");
            stop = session.stepOut(stop);
            assertThat(stop.top().name()).isEqualTo("loop");
        }
    }

    @Test
    void aBreakpointOnTheWayEndsAStep() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = startAt(session, "main.c@call");
            session.breakAt("main.c@add");
            session.ask("next", Json.object("threadId", stop.threadId()));
            session.stopped("breakpoint").at("main.c@add");
        }
    }

    @OnSystemPython
    void outOfPythonTheProgramStandsInTheCThatCalledIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            Stop stop = startAt(session, "callback.c@leaf");
            session.clearBreakpoints("callback.c");
            stop = session.stepOut(stop).at("main.py@inner");
            session.stepOut(stop).at("callback.c@call");
        }
    }

    @Test
    void outOfMainTheProgramRunsToItsEnd() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = startAt(session, "main.c@first");
            session.ask("stepOut", Json.object("threadId", stop.threadId()));
            session.exited(0);
        }
    }

    @Test
    void aStepMayEndTheProgram() {
        try (DebugSession session = DebugSession.open(Launch.executable("forks"))) {
            Stop stop = startAt(session, "main.c@parent");
            session.clearBreakpoints("main.c");
            JsonObject thread = Json.object("threadId", stop.threadId());
            session.ask("next", thread);
            while (session.stopsBeforeItsEnd()) {
                session.stopped("step");
                session.ask("next", thread);
            }
            session.exited(2);
        }
    }

    @Test
    void everyStepIsOneStop() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = startAt(session, "main.c@body");
            session.clearBreakpoints("main.c");
            for (int i = 0; i < 16; i++) {
                stop = session.next(stop);
                assertThat(stop.top().name()).isEqualTo("loop");
            }
            assertThat(Integer.parseInt(stop.top().local("round").value())).isGreaterThan(6);
        }
    }

    @OnSystemPython
    void stepsInAnExtensionStandUnderPython(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            Stop stop = startAt(session, "callback.c@leaf");
            stop = session.stepIn(stop).at("callback.c@twice");
            assertThat(stop.stack().visible().get(2).name()).isEqualTo("inner");
            stop = session.stepOut(stop).at("callback.c@leaf");
            stop = session.next(stop).at("callback.c@leaf-end");
            stop.top().local("doubled").is("6");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void nextOverACallbackRunsThePythonBelow(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            Stop stop = startAt(session, "callback.c@call");
            stop = session.next(stop).at("callback.c@call-end");
            stop.top().local("answer").says("6");
        }
    }

    @OnSystemPython
    void aStepWaitsForTheGilWithoutFreezingItsHolder(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("gil", python))) {
            Stop stop = startAt(session, "gil.c@unlocked");
            for (int round = 0; round < 3; round++) {
                stop = nextAlone(stop).at("gil.c@lock");
                stop = nextAlone(stop).at("gil.c@locked");
                stop = session.next(stop).at("gil.c@return");
                session.resume(stop);
                if (round < 2) {
                    stop = session.stopped("breakpoint").at("gil.c@unlocked");
                }
            }
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("total 9");
        }
    }

    /** As Zed steps, whatever is announced. */
    private static Stop nextAlone(Stop stop) {
        stop.session().ask("next", Json.object("threadId", stop.threadId(), "singleThread", true));
        return stop.session().stopped("step");
    }

    @Test
    void aStepOfARunningProgramIsRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            int thread = session.threads().get(0).id();
            JsonObject arguments = Json.object("threadId", thread);
            session.client().ask("next", arguments).refused();
            session.client().ask("continue", arguments).refused();
        }
    }

    private static Stop startAt(DebugSession session, String fileAndMark) {
        session.breakAt(fileAndMark);
        return session.start().stopped("breakpoint").at(fileAndMark);
    }
}
