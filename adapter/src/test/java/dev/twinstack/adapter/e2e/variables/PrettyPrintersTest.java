package dev.twinstack.adapter.e2e.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Variable;
import dev.twinstack.adapter.dsl.Variables;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pretty-printers are anybody's code: a bad one costs the values that it prints, and nothing else. */
@EndToEnd
class PrettyPrintersTest {
    private static final Duration BOUND = Duration.ofSeconds(8);

    @ParameterizedTest
    @ValueSource(strings = {"{}['thrown']", "exec('while True: pass')", "__import__('time').sleep(60)"})
    void oneThatFailsOrNeverEndsCostsItsValue(String toString) {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = withPrinterOfPoints(session, "'to_string': lambda self: " + toString);
            long begin = System.nanoTime();
            Variable point = frame.evaluate("node->where").says("<error: its pretty-printer failed");
            point.child("y").is("2");
            Variables locals = frame.locals();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
            locals.get("sum").is("22");
            locals.get("node").child("name").says("first");
        }
    }

    @Test
    void oneThatPrintsTenMegabytesIsCut() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            String much = "'to_string': lambda self: 'x' * 10000000";
            String value =
                    withPrinterOfPoints(session, much).evaluate("node->where").value();
            assertThat(value).startsWith("xxx").endsWith("…").hasSizeLessThan(3000);
        }
    }

    @Test
    void oneWithChildrenWithoutEndOpensInPages() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            String endless = "'children': lambda self: (('c%d' % i, i) for i in __import__('itertools').count())";
            Variable point = withPrinterOfPoints(session, endless).evaluate("node->where");
            Variables first = point.children();
            assertThat(first.size()).isEqualTo(1001);
            first.get("…").child("c1000").is("1000");
        }
    }

    private static Frame withPrinterOfPoints(DebugSession session, String members) {
        session.breakAt("main.c@visit");
        Frame frame = session.start().stopped("breakpoint").top();
        String made = "type('Printer', (), {'__init__': lambda self, value: None, " + members + "})";
        frame.tryToEvaluate(
                        "-exec python gdb.pretty_printers.insert(0, lambda value, made=" + made
                                + ": made(value) if str(value.type) == 'struct point' else None)",
                        "repl")
                .succeeded();
        return frame;
    }
}
