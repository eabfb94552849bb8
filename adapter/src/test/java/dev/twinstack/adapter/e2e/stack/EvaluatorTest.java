package dev.twinstack.adapter.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;

/** CPython's own evaluator as the newest frame: the Python that it runs, or itself where the program was stopped in it on purpose. */
@EndToEnd
class EvaluatorTest {
    @OnSystemPython
    void aReturnIntoItShowsPythonAndABreakpointInItShowsIt(Python python) {
        try (DebugSession session = open(python)) {
            Frame caller = returned(session).top();
            assertThat(caller.isPython()).isTrue();
            Stop stop = stoppedAgainAt(session, caller);
            assertThat(stop.top().isPython()).isFalse();
            assertThat(stop.top().isSubtle()).isTrue();
            assertThat(stop.stack().visible().get(0).isPython()).isTrue();
        }
    }

    @OnSystemPython
    void whoeverStepsInItStaysInIt(Python python) {
        try (DebugSession session = open(python)) {
            Stop stop = stoppedAgainAt(session, returned(session).top());
            assumeTrue(stop.top().sourceReference() == 0, python + " has no lines of its evaluator to step by");
            stop = session.next(stop);
            assertThat(stop.top().isSubtle()).isTrue();
        }
    }

    @OnSystemPython
    void aWatchpointThatFiresInItShowsIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            session.breakAt("values.c@look");
            Frame look = session.start().stopped("breakpoint").top();
            look.tryToEvaluate("-exec watch -l items->ob_refcnt", "repl").succeeded();
            assumeTrue(
                    firesInTheEvaluator(session), python + " changes this object's references outside its evaluator");
        }
    }

    /** Whether the watchpoint fires there before the program's end; wherever it fires, C is the newest frame. */
    private static boolean firesInTheEvaluator(DebugSession session) {
        session.resume(session.lastStop());
        while (session.stopsBeforeItsEnd()) {
            Frame top = session.stopped("data breakpoint").top();
            assertThat(top.isPython()).as("%s", top).isFalse();
            if (top.name().contains("EvalFrame")) {
                return true;
            }
            session.resume(session.lastStop());
        }
        return false;
    }

    private static DebugSession open(Python python) {
        return DebugSession.open(
                Launch.python("chain", python).args(Files.nowhere("end").toString()));
    }

    /** The program where C returned into the evaluator. */
    private static Stop returned(DebugSession session) {
        session.breakAt("chain.c@return");
        Stop stop = session.start().stopped("breakpoint").at("chain.c@return");
        session.clearBreakpoints("chain.c");
        return session.stepOut(stop);
    }

    /** The program at a breakpoint where it stands, the next time that it comes there. */
    private static Stop stoppedAgainAt(DebugSession session, Frame frame) {
        frame.tryToEvaluate("-exec tbreak *$pc", "repl").succeeded();
        session.resume(session.lastStop());
        return session.stopped("breakpoint");
    }
}
