package dev.twinstack.adapter.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import java.util.List;

/** An expression that fails says what else may have been meant: a command of GDB, or the other language. */
@EndToEnd
class HintsTest {
    @OnSystemPython
    void aCommandOfGdbIsToBeTypedBehindExec(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame zoo = zoo(session);
            for (Frame frame : List.of(zoo, session.lastStop().top())) {
                for (String command :
                        List.of("info threads", "bt", "p/x 3", "x/4x $sp", "info", "disassemble", "up 1")) {
                    assertThat(frame.tryToEvaluate(command, "repl").refused().message())
                            .endsWith("use '-exec " + command + "'.");
                }
            }
            zoo.tryToEvaluate("-exec info threads", "repl").succeeded();
        }
    }

    @OnSystemPython
    void whatIsNoneIsNotHintedAt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame zoo = zoo(session);
            for (String expression : List.of("no_such + 1", "x + 1", "p == 3", "files", "unheard_of")) {
                assertThat(zoo.tryToEvaluate(expression, "repl")
                                .raised("NameError")
                                .message())
                        .doesNotContain("-exec");
            }
            assertThat(zoo.tryToEvaluate("info threads", "watch").refused().message())
                    .doesNotContain("-exec");
        }
    }

    @OnSystemPython
    void pythonInANativeFrameNamesTheFrameForIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            zoo(session);
            Frame look = session.lastStop().top();
            look.tryToEvaluate("print(1)", "repl").refused("is native", "'print' is a name of Python", "'zoo'");
            look.tryToEvaluate("captured.real", "watch").refused("'captured' is a name of Python", "'zoo'");
            look.tryToEvaluate("function", "repl").refused("write 'py: function'"); // GDB has such a command
            look.tryToEvaluate("list", "repl").succeeded();
            look.tryToEvaluate("set", "repl").refused("use '-exec set'"); // built in
            assertThat(look.tryToEvaluate("unheard_of", "repl").refused().message())
                    .doesNotContain("Python");
        }
    }

    @OnSystemPython
    void cInAPythonFrameNamesTheFrameForIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame zoo = zoo(session);
            zoo.tryToEvaluate("list->ob_item", "repl").refused("'list' is a variable in C: select the frame 'look'");
            zoo.tryToEvaluate("(int)3.5", "watch").refused("select a native frame for expressions of C");
        }
    }

    private static Frame zoo(DebugSession session) {
        session.breakAt("values.c@look");
        return session.start().stopped("breakpoint").stack().frame("zoo");
    }
}
