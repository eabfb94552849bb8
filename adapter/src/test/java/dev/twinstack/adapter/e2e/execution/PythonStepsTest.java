package dev.twinstack.adapter.e2e.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stepping;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Steps by lines of Python. */
@EndToEnd
class PythonStepsTest {
    @OnSystemPython
    void aStepFromCOverPythonIsToldWhereNothingOfPythonsWasAskedFor(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            session.breakAt("border.c@call");
            Stop stop = session.start().stopped("breakpoint").at("border.c@call");
            session.stepIn(stop).at("border.c@call-end");
            session.output(output -> output.category("console").contains("goes over Python code that the line calls"));
        }
    }

    @OnSystemPython
    void overALineIntoAFunctionAndOutOfIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            session.breakAt("main.py@first");
            Stop stop = session.start().stopped("breakpoint").at("main.py@first");
            int asked = Files.occurrences(session.logFile(), "twinstack python-stop");
            session.next(stop);
            stop = session.next(stop).at("main.py@body");
            assertThat(Files.occurrences(session.logFile(), "twinstack python-stop")) // the helpers say it unasked
                    .isEqualTo(asked);
            stop = session.stepIn(stop).at("main.py@add");
            Frame caller = stop.stack().visible().get(1);
            assertThat(caller.name()).isEqualTo("work");
            stop = session.next(stop).at("main.py@added");
            stop.top().local("total").is("0");
            stop = session.stepOut(stop).at("main.py@body");
            stop.top().local("Return value").is("0");
            session.next(stop);
            stop = session.next(stop).at("main.py@body");
            stop.top().local("item").is("1");
            assertThat(stop.top().locals().names()).doesNotContain("Return value");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aBreakpointInCIsHitDuringAStep(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            session.breakAt("main.py@outer", "border.c@leaf");
            Stop stop = session.start().stopped("breakpoint").at("main.py@outer");
            session.client().ask("next", Stepping.thread(stop)).succeeded();
            stop = session.stopped("breakpoint").at("border.c@leaf");
            assertThat(stop.stack().visible()).extracting(Frame::name).startsWith("leaf", "inner", "call", "outer");
            stop = session.stepOut(stop).at("main.py@leaf-call");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aBreakpointInPythonIsHitDuringAStepInPython(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            session.breakAt("main.py@outer", "main.py@inner");
            Stop stop = session.start().stopped("breakpoint").at("main.py@outer");
            session.client().ask("next", Stepping.thread(stop)).succeeded();
            stop = session.stopped("breakpoint").at("main.py@inner");
            assertThat(stop.stack().visible()).extracting(Frame::name).startsWith("inner", "call", "outer");
            session.breakAt("main.py@after");
            session.resume(stop);
            stop = session.stopped("breakpoint").at("main.py@after");
            stop = session.next(stop).at("main.py@outer-end");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aBreakpointThatIsSetDuringAStepLeavesTheStep(Python python) {
        Path go = Files.nowhere("go");
        try (DebugSession session =
                DebugSession.open(Launch.python("lines", python).args(go.toString()))) {
            session.breakAt("main.py@wait");
            Stop stop = session.start().stopped("breakpoint").at("main.py@wait");
            session.client().ask("next", Stepping.thread(stop)).succeeded();
            session.breakAt("late.py@say");
            Files.create(go);
            session.stopped("step");
        }
    }

    @OnSystemPython
    void stepsBeginWhereAPauseCame(Python python) {
        Path go = Files.nowhere("go");
        try (DebugSession session =
                DebugSession.open(Launch.python("lines", python).args(go.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("late"));
            Stop stop = pausedIn("wait_for", session);
            Set<Integer> lines = new HashSet<>();
            for (int step = 0; step < 20 && lines.size() < 3; step++) {
                stop = step % 2 == 0 ? session.next(stop) : session.stepIn(stop);
                assertThat(stop.top().isPython()).isTrue();
                lines.add(stop.top().line());
            }
            assertThat(lines).hasSize(3);
            Files.create(go);
            session.resume(session.lastStop());
            session.exited(0);
        }
    }

    @OnSystemPython
    void fromCAStepOutEndsInPythonWhichStepsOn(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            session.breakAt("border.c@call-end");
            Stop stop = session.start().stopped("breakpoint").at("border.c@call-end");
            stop = session.stepOut(stop).at("main.py@outer");
            stop = session.next(stop).at("main.py@after");
            stop.top().local("answer").is("9");
            stop = session.stepOut(stop).at("main.py@module");
            stop = session.next(stop).at("main.py@done");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void intoCAndOutAgain(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            session.breakAt("main.py@leaf-call");
            Stop stop = session.start().stopped("breakpoint").at("main.py@leaf-call");
            stop = session.stepIn(stop);
            assertThat(stop.stack().visible()).extracting(Frame::name).startsWith("leaf", "inner", "call", "outer");
            stop = session.stepOut(stop).at("main.py@leaf-call");
            stop = session.stepOut(stop).at("border.c@call");
            stop = session.stepOut(stop).at("main.py@outer");
            stop = session.next(stop).at("main.py@after");
            session.resume(stop);
            session.exited(0);
        }
    }

    /** A step passes over CPython's own functions, with debug information and without. */
    @OnSystemPython
    void intoCAndIntoThePythonThatItCalls(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            session.breakAt("main.py@outer");
            Stop stop = session.start().stopped("breakpoint").at("main.py@outer");
            stop = session.stepIn(stop);
            assertThat(stop.top().name()).isEqualTo("call");
            stop = session.stepIn(stop).at("border.c@call");
            assertThat(stop.top().tryToEvaluate("-exec info skip", "repl").toString())
                    .doesNotContainPattern("\\d +y ");
            stop = session.stepIn(stop).at("main.py@inner");
            stop = session.next(stop).at("main.py@leaf-call");
            stop = session.next(stop).at("border.c@call");
            stop = session.next(stop).at("border.c@call-end");
            session.resume(stop);
            session.exited(0);
        }
    }

    /** Whether the machinery that calls has lines for GDB or not. */
    @OnSystemPython
    void outOfCIntoWhatCPythonCallsNext(Python python) {
        Launch launch = Launch.python("border", python)
                .without("program")
                .with("code", "import border\nprint(list(map(border.leaf, ([1], [2, 3]))), flush=True)");
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.py@inner", "border.c@leaf-end");
            Stop stop = session.start().stopped("breakpoint").at("border.c@leaf-end");
            assertThat(session.stepIn(stop).top().name()).isEqualTo("leaf");
            Stop again = session.stepIn(session.lastStop());
            assertThat(again.top().name()).isEqualTo("leaf");
            again.top().local("items").is("[2, 3]");
        }
    }

    /** Where it has lines. */
    @OnSystemPython
    void intoCPythonsOwnFunctionsWhereAllCodeIsTheUsers(Python python) {
        String function = "PyObject_CallFunctionObjArgs";
        try (DebugSession session =
                DebugSession.open(Launch.python("border", python).with("justMyCode", false))) {
            session.breakAt("border.c@call");
            Stop stop = session.start().stopped("breakpoint");
            String lines = stop.top()
                    .tryToEvaluate("-exec info line " + function, "repl")
                    .toString();
            stop = session.stepIn(stop);
            if (lines.contains("call.c")) {
                assertThat(stop.top().name()).isEqualTo(function);
            } else {
                stop.at("border.c@call-end"); // over Python, too, as no line of it is wanted in this session
            }
        }
    }

    /** The program pauses somewhere in a Python function, which it has begun or will. */
    private static Stop pausedIn(String function, DebugSession session) {
        Stop stop = session.pause();
        while (stop.stack().visible().stream().noneMatch(frame -> frame.name().equals(function))) {
            session.resume(stop);
            stop = session.pause();
        }
        return stop;
    }
}
