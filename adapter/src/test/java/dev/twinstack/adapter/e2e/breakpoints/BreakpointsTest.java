package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breakpoints on lines of C. */
@EndToEnd
class BreakpointsTest {
    @Test
    void eachBreakpointIsAnsweredInOrder() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            List<Breakpoint> set = session.breakAt("main.c@print", "main.c@first", "main.c@call");
            assertThat(set).allMatch(Breakpoint::verified);
            assertThat(set)
                    .extracting(Breakpoint::line)
                    .containsExactly(line(session, "print"), line(session, "first"), line(session, "call"));
            assertThat(set).extracting(Breakpoint::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void aStopNamesTheBreakpointThatWasHit() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            List<Breakpoint> set = session.breakAt("main.c@print", "main.c@first");
            Stop stop = session.start().stopped("breakpoint").at("main.c@first");
            assertThat(stop.hitBreakpointIds()).containsExactly(set.get(1).id());
            stop = session.resumeTo(stop, "main.c@print");
            assertThat(stop.hitBreakpointIds()).containsExactly(set.get(0).id());
        }
    }

    @Test
    void columnsOfALineAreOnePlaceAsGdbKnowsNone() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            List<Breakpoint> set = session.breakAt(
                    SourceBreakpoint.at("main.c@print").in(5),
                    SourceBreakpoint.at("main.c@print").in(20));
            assertThat(set).allMatch(Breakpoint::verified);
            Stop stop = session.start().stopped("breakpoint").at("main.c@print");
            assertThat(stop.hitBreakpointIds())
                    .containsExactlyInAnyOrder(set.get(0).id(), set.get(1).id());
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aBreakpointThatStaysKeepsItsId() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            int id = session.breakAt("main.c@print").get(0).id();
            List<Breakpoint> both = session.breakAt("main.c@first", "main.c@print");
            assertThat(both.get(1).id()).isEqualTo(id);
        }
    }

    @Test
    void aLineWithoutCodeMovesToTheNextThatHas() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Path file = session.program().file("main.c");
            Response response = session.ask(
                    "setBreakpoints",
                    Json.object("source", Map.of("path", file.toString()), "breakpoints", List.of(Map.of("line", 1))));
            Breakpoint moved = Breakpoint.listOf(response).get(0);
            assertThat(moved.line()).isGreaterThan(1);
            session.start();
            assertThat(session.stopped("breakpoint").top().line()).isEqualTo(moved.line());
        }
    }

    @Test
    void onlyTheFileOfThatFolderIsHit() {
        try (DebugSession session = DebugSession.open(Launch.executable("same_name"))) {
            session.breakAt("two/part.c@part");
            Stop stop = session.start().stopped("breakpoint").at("two/part.c@part");
            assertThat(stop.stack().visible().get(0).name()).isEqualTo("two");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void filesOfTheSameNameHaveTheirOwnBreakpoints() {
        try (DebugSession session = DebugSession.open(Launch.executable("same_name"))) {
            session.breakAt("one/part.c@part", "two/part.c@part");
            Stop stop = session.start().stopped("breakpoint").at("one/part.c@part");
            session.clearBreakpoints("one/part.c");
            session.resume(session.resumeTo(stop, "two/part.c@part"));
            session.exited(0);
        }
    }

    @Test
    void aConditionMustHold() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt(SourceBreakpoint.at("main.c@body").when("round == 7"));
            Stop stop = session.start().stopped("breakpoint").at("main.c@body");
            stop.top().local("round").is("7");
            session.resume(stop);
            session.exited(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 3", "== 4, 3", ">= 9, 8", "> 8, 8", "% 5, 4"})
    void aHitConditionCountsHits(String condition, String firstRound) {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt(SourceBreakpoint.at("main.c@body").onHit(condition));
            session.start()
                    .stopped("breakpoint")
                    .at("main.c@body")
                    .top()
                    .local("round")
                    .is(firstRound);
        }
    }

    @Test
    void aBadConditionIsToldWithItsBreakpoint() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Breakpoint bad = session.breakAt(SourceBreakpoint.at("main.c@body").when("no_such_name == 1"))
                    .get(0);
            assertThat(bad.verified()).isFalse();
            assertThat(bad.message()).contains("no_such_name");
            session.start().exited(0);
        }
    }

    @Test
    void breakpointsChangeWhileTheProgramRuns() {
        Path go = Files.nowhere("go");
        try (DebugSession session = DebugSession.open(Launch.executable("spin").args(go.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            assertThat(session.breakAt("main.c@tick").get(0).verified()).isTrue();
            Stop stop = session.stopped("breakpoint").at("main.c@tick");
            session.clearBreakpoints("main.c");
            session.resume(stop);
            session.breakAt("main.c@sleep");
            stop = session.stopped("breakpoint").at("main.c@sleep");
            session.resume(stop);
            session.clearBreakpoints("main.c");
            Files.create(go);
            assertThat(stopsUntilTheEnd(session)).isLessThanOrEqualTo(1);
            session.exited(0);
        }
    }

    @Test
    void aBreakpointThatIsSetWhileTheProgramRunsDoesNotPauseIt() {
        Path go = Files.nowhere("go");
        try (DebugSession session = DebugSession.open(Launch.executable("spin").args(go.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            session.breakAt(SourceBreakpoint.at("main.c@tick").when("ticks < 0"));
            session.clearBreakpoints("main.c");
            Files.create(go);
            session.exited(0);
            assertThat(session.client().recording().messages())
                    .noneMatch(message -> message.isEvent("stopped") || message.isEvent("continued"));
        }
    }

    @Test
    void fiveHundredBreakpointsAreSetAtOnce() {
        String statements = IntStream.rangeClosed(1, 500)
                .mapToObj(line -> "x += %d; // @line-%d\n".formatted(line, line))
                .collect(Collectors.joining());
        TestProgram program = new TestProgram(ScratchDirectory.create("long"));
        Files.write(program.file("main.c"), "int main(void) { volatile int x = 0;\n" + statements + "return 0; }\n");
        try (DebugSession session = DebugSession.open(Launch.executable(program))) {
            String[] marks = IntStream.rangeClosed(1, 500)
                    .mapToObj(line -> "main.c@line-" + line)
                    .toArray(String[]::new);
            List<Breakpoint> first = session.breakAt(marks);
            assertThat(first).hasSize(500).allMatch(Breakpoint::verified);
            SourceBreakpoint[] changed =
                    Arrays.stream(marks).map(SourceBreakpoint::at).toArray(SourceBreakpoint[]::new);
            changed[0] = changed[0].when("x == -1");
            assertThat(session.breakAt(changed)).isEqualTo(first);
            assertThat(session.logFile())
                    .content()
                    .containsOnlyOnce("{\\\"line\\\":" + line(session, "line-2") + "}"); // GDB is not told of it again
            Stop stop = session.start().stopped("breakpoint").at("main.c@line-2");
            session.resumeTo(stop, "main.c@line-3");
        }
    }

    /** Lets the program run to its end; the number of stops on the way. */
    private static int stopsUntilTheEnd(DebugSession session) {
        int stops = 0;
        while (session.stopsBeforeItsEnd()) {
            session.resume(session.stopped("breakpoint"));
            stops++;
        }
        return stops;
    }

    private static int line(DebugSession session, String mark) {
        return session.program().at("main.c@" + mark).line();
    }
}
