package dev.twinstack.adapter.e2e.execution;

import static dev.twinstack.adapter.dsl.Stepping.stepInto;
import static dev.twinstack.adapter.dsl.Stepping.thread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;

/** Steps over a signal that stops the program only where the condition of its filter holds. */
@EndToEnd
class SignalConditionsTest {
    @Test
    void aStepEndsWhereItWouldWithoutTheSignal() {
        try (DebugSession session = open("0")) {
            Stop stop = startAt(session, "main.c@call");
            session.next(stop).at("main.c@nested");
        }
    }

    @Test
    void aStepOutAndAStepIntoAChosenCallToo() {
        try (DebugSession session = open("0")) {
            Stop stop = startAt(session, "main.c@work");
            session.clearBreakpoints("main.c");
            stop = session.next(session.stepOut(stop).at("main.c@call")).at("main.c@nested");
            stepInto(stop, "half").at("main.c@half");
        }
    }

    @Test
    void aConditionThatHoldsIsAStopWithinTheStep() {
        try (DebugSession session = open("$_siginfo.si_signo == 10")) {
            Stop stop = startAt(session, "main.c@call");
            session.ask("next", thread(stop));
            stop = session.stopped("exception");
            assertThat(stop.words()).contains("Signal SIGUSR1", "User defined signal 1; the program sent it to itself");
            assertThat(Breakpoints.exceptionInfo(stop).id()).isEqualTo("SIGUSR1");
            stop.stack().frame("work").local("sum").is("0");
            Breakpoints.of(session).onExceptions(new String[0]);
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aConditionThatIsNoExpressionIsRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("interrupted"))) {
            Breakpoint refused =
                    Breakpoints.of(session).onExceptionsWhen("SIGSEGV", "1+").get(0);
            assertThat(refused.verified()).isFalse();
            assertThat(refused.message()).contains("The condition '1+' cannot be used: A syntax error");
        }
    }

    private static DebugSession open(String condition) {
        DebugSession session = DebugSession.open(Launch.executable("interrupted"));
        Breakpoints.of(session).onExceptionsWhen("other_signals", condition);
        return session;
    }

    private static Stop startAt(DebugSession session, String mark) {
        session.breakAt(mark);
        return session.start().stopped("breakpoint").at(mark);
    }
}
