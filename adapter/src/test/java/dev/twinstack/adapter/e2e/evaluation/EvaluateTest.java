package dev.twinstack.adapter.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expressions: a path through Python objects in a Python frame, C in a native one. */
@EndToEnd
class EvaluateTest {
    @OnSystemPython
    void aPathLeadsThroughPythonObjects(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame frame = pythonFrame(session);
            frame.evaluate("number").is("-7");
            frame.evaluate("items[1]").is("'two'");
            frame.evaluate("items[-1]").is("3.0");
            frame.evaluate("table[\"nested\"]['k'][2]").is("30");
            frame.evaluate("point.y").is("'four'");
            frame.evaluate("slotted.right[0]").is("1");
            frame.evaluate("captured").is("5");
            frame.evaluate("GREETING").is("'hello'");
            frame.evaluate("len").says("len");
            assertThat(frame.evaluate("table").items(0, 1).values()).containsExactly("1");
        }
    }

    @OnSystemPython
    void aWrongPathSaysWhereItEnds(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame frame = pythonFrame(session);
            frame.tryToEvaluate("unheard_of", "watch").refused("unheard_of");
            frame.tryToEvaluate("point.z", "watch").refused("z");
            frame.tryToEvaluate("items[3]", "watch").refused("3");
            frame.tryToEvaluate("table['q']", "watch").refused("q");
            frame.tryToEvaluate("items[", "watch").refused();
        }
    }

    @Test
    void aCallThatGetsASignalIsUndoneAndNoStop() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame frame = session.start().stopped("breakpoint").top();
            frame.tryToEvaluate("((int (*)(int)) 0)(3)", "repl").refused("call");
            frame.evaluate("factor").is("2");
            session.clearBreakpoints("main.c");
            session.resume(session.lastStop());
            session.exited(0);
        }
    }

    @OnSystemPython
    void nothingIsCalled(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame frame = pythonFrame(session);
            frame.tryToEvaluate("liar.__repr__()", "hover").refused();
            frame.tryToEvaluate("print(number)", "watch").refused();
            frame.evaluate("len(items) * 10 + 1 > 1").is("True");
            session.resume(session.lastStop());
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee().strip()).isEqualTo("15");
        }
    }

    @Test
    void anExpressionOfCIsEvaluated() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = nativeFrame(session);
            frame.evaluate("node->where.x * 10 + factor").is("12");
            frame.evaluate("sizeof(struct node)").is("24");
            frame.evaluate("node->where").child("y").is("2");
            frame.evaluate("*node->next").child("name").says("last");
            frame.evaluate("numbers[2]").is("30");
        }
    }

    @Test
    void aWrongExpressionOfCIsRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = nativeFrame(session);
            frame.tryToEvaluate("unheard_of", "watch").refused("unheard_of");
            frame.tryToEvaluate("node->", "watch").refused();
            frame.tryToEvaluate("*(int *)0", "watch").refused("0x0");
        }
    }

    @Test
    void onlyTheConsoleChangesTheProgram() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = nativeFrame(session);
            for (String context : List.of("hover", "watch", "variables", "clipboard")) {
                frame.tryToEvaluate("factor = 9", context).refused();
                frame.tryToEvaluate("puts(\"called\")", context).refused();
            }
            frame.evaluate("factor").is("2");
            frame.tryToEvaluate("factor = 9", "repl").succeeded();
            frame.evaluate("factor").is("9");
        }
    }

    @Test
    void withoutAFrameTheNewestIsMeant() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            nativeFrame(session);
            Response response = session.ask("evaluate", Json.object("expression", "factor * 3", "context", "watch"));
            assertThat(response.body().get("result").getAsString()).isEqualTo("6");
        }
    }

    @Test
    void expressionsBelongToTheirFrame() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            nativeFrame(session);
            Frame main = session.lastStop().stack().frame("main");
            main.evaluate("total").is("0");
            main.tryToEvaluate("factor", "watch").refused("factor");
        }
    }

    private static Frame pythonFrame(DebugSession session) {
        session.breakAt("values.c@look");
        return session.start().stopped("breakpoint").stack().frame("zoo");
    }

    private static Frame nativeFrame(DebugSession session) {
        session.breakAt("main.c@visit");
        return session.start().stopped("breakpoint").top();
    }
}
