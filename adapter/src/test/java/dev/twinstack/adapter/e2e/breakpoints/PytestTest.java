package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;

/** Lines of tests that pytest runs, whose modules it has rewritten. */
@EndToEnd
class PytestTest {
    @OnSystemPython
    void linesStopAndAreSteppedOver(Python python) {
        assumeTrue(python.has("pytest"), python + " has no pytest");
        Launch launch = Launch.python("tested", python)
                .without("program")
                .with("module", "pytest")
                .args("-q", "--color=no", "-p", "no:cacheprovider", "test_prices.py")
                .inItsFolder();
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("test_prices.py@fixture", "test_prices.py@right", "test_prices.py@wrong");
            session.resume(session.start().stopped("breakpoint").at("test_prices.py@fixture"));
            Stop stop = session.stopped("breakpoint").at("test_prices.py@right");
            stop.top().local("number").is("2");
            stop = session.next(stop).at("test_prices.py@assert");
            stop = session.next(stop).at("test_prices.py@again");
            stop = session.resumeTo(stop, "test_prices.py@wrong");
            session.resume(stop);
            session.exited(1);
            assertThat(session.output(output -> true).ofDebuggee()).contains("assert 3 == 4", "1 failed, 1 passed");
        }
    }
}
