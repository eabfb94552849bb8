package dev.twinstack.adapter.e2e.execution;

import static dev.twinstack.adapter.dsl.Stepping.stepInto;
import static dev.twinstack.adapter.dsl.Stepping.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;

/** A step into the one of a line's calls that the user chooses. */
@EndToEnd
class StepInTargetsTest {
    @Test
    void theCallsOfALineAreTheTargets() {
        try (DebugSession session = DebugSession.open(Launch.executable("calls"))) {
            Stop stop = startAt(session, "main.cpp@nested");
            assertThat(targets(stop))
                    .containsExactly("numbers::twice(int)", "numbers::twice(int) (call 2)", "numbers::add(int, int)");
            stop = stepInto(stop, "numbers::add(int, int)").at("main.cpp@add");
            stop.top().local("right").is("20");
            stop = session.stepOut(stop).at("main.cpp@nested");
            assertThat(targets(stop)).isEmpty();
            session.next(stop).at("main.cpp@library");
        }
    }

    @Test
    void theSecondCallOfAFunctionIsNotTheFirst() {
        try (DebugSession session = DebugSession.open(Launch.executable("calls"))) {
            Stop stop = startAt(session, "main.cpp@nested");
            String first = stepInto(stop, "numbers::twice(int) (call 2)")
                    .at("main.cpp@twice")
                    .top()
                    .local("number")
                    .value();
            assertThat(first).isEqualTo("1"); // GCC evaluates arguments from the last to the first
        }
    }

    @Test
    void aFunctionOfALibraryIsReachedThroughThePlt() {
        try (DebugSession session = DebugSession.open(Launch.executable("calls"))) {
            Stop stop = startAt(session, "main.cpp@library");
            assertThat(targets(stop)).containsExactly("atoi");
            assertThat(stepInto(stop, "atoi").top().name()).contains("atoi");
        }
    }

    @Test
    void aBreakpointBeforeTheTargetEndsTheStepAndTheTargetIsForgotten() {
        try (DebugSession session = DebugSession.open(Launch.executable("calls"))) {
            Stop stop = startAt(session, "main.cpp@nested");
            session.breakAt("main.cpp@nested", "main.cpp@twice");
            targets(stop);
            session.ask("stepIn", Json.object("threadId", stop.threadId(), "targetId", 3));
            stop = session.stopped("breakpoint").at("main.cpp@twice");
            session.clearBreakpoints("main.cpp");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void anUnknownTargetAndAnOlderFrameAreRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("calls"))) {
            Stop stop = startAt(session, "main.cpp@twice");
            session.client()
                    .ask("stepIn", Json.object("threadId", stop.threadId(), "targetId", 99))
                    .refused("There is no target 99");
            int older = stop.stack().frame("main").id();
            session.client()
                    .ask("stepInTargets", Json.object("frameId", older))
                    .refused("Only a thread's newest frame");
        }
    }

    @OnSystemPython
    void anExtensionsCallsLeadIntoCAndIntoCPython(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            Stop stop = startAt(session, "callback.c@leaf");
            assertThat(targets(stop)).containsExactly("twice");
            stop = stepInto(stop, "twice").at("callback.c@twice");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aLineOfPythonIsSteppedIntoByTheCallThatIsChosen(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            Stop stop = startAt(session, "main.py@module");
            assertThat(targets(stop)).containsExactly("outer");
            stop = stepInto(stop, "outer").at("main.py@outer");
            assertThat(targets(stop)).containsExactly("border.call");
            stop = stepInto(stop, "border.call");
            assertThat(stop.top().name()).isEqualTo("call");
            session.breakAt("main.py@leaf-call");
            session.resume(stop);
            stop = session.stopped("breakpoint").at("main.py@leaf-call");
            stop = stepInto(stop, "border.leaf");
            assertThat(stop.top().name()).isEqualTo("leaf");
            session.resume(stop);
            session.exited(0);
        }
    }

    private static Stop startAt(DebugSession session, String fileAndMark) {
        session.breakAt(fileAndMark);
        return session.start().stopped("breakpoint").at(fileAndMark);
    }
}
