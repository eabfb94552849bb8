package dev.twinstack.adapter.e2e.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the program prints arrives whole and in order. */
@EndToEnd
class OutputTest {
    private static final int LINE = 64;

    @Test
    void theProgramHasATerminalOfItsOwn() {
        try (DebugSession session = DebugSession.open(Launch.executable("terminal"))) {
            session.start().exited(0);
            assertThat(session.output(output -> true).ofDebuggee())
                    .isEqualTo("terminal 1 1 1\nto standard error\nto standard output\n");
        }
    }

    @Test
    void allOutputComesBeforeTheEnd() {
        try (DebugSession session = DebugSession.open(Launch.executable("flood").args("5000"))) {
            session.start().exited(0);
            assertLines(session.output(output -> true).ofDebuggee(), 5000);
        }
    }

    @Test
    void outputComesWhileTheProgramIsStopped() {
        try (DebugSession session = DebugSession.open(Launch.executable("flood").args("100"))) {
            session.breakAt("main.c@flushed");
            session.start();
            session.output(output -> output.size("stdout") == 99 * LINE || output.size("stdout") == 100 * LINE);
            session.resume(session.stopped("breakpoint"));
            session.exited(0);
        }
    }

    @Test
    void fiftyMegabytesNeitherBlockNorLoseAByte() {
        int lines = 50 * 1024 * 1024 / LINE;
        try (DebugSession session = DebugSession.open(Launch.executable("flood").args(Integer.toString(lines)))) {
            session.start();
            session.output(output -> output.size("stdout") == lines * LINE);
            session.exited(0);
            assertLines(session.output(output -> true).ofDebuggee(), lines);
        }
    }

    @Test
    void theProgramStopsWhileItsOutputFlows() {
        try (DebugSession session = DebugSession.open(Launch.executable("flood").args("2000000"))) {
            session.start().output(output -> output.size("stdout") > 100 * LINE);
            session.resume(session.pause());
            session.pause();
        }
    }

    @OnSystemPython
    void textArrivesWhateverItsBytes(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("prompt", python))) {
            session.start().output(output -> output.ofDebuggee().startsWith("prompt> "));
            session.exited(0);
            String expected = "prompt> " + "日本語".repeat(100_000) + "\ufffd\ufffd|";
            assertThat(session.output(output -> true).ofDebuggee().equals(expected))
                    .isTrue();
        }
    }

    private static void assertLines(String text, int lines) {
        assertThat(text.length()).isEqualTo(lines * LINE);
        String tail = text.substring(9, LINE);
        IntStream.range(0, lines).forEach(line -> {
            int start = line * LINE;
            boolean right = Integer.parseInt(text, start, start + 9, 10) == line && text.startsWith(tail, start + 9);
            assertThat(right).as("line %d is whole", line).isTrue();
        });
    }
}
