package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Event;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Place;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.TestProgram;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Log points: messages that are logged when the program passes, without a stop. */
@EndToEnd
class LogPointsTest {
    private static final int MANY = 2000;

    @Test
    void valuesStandInTheMessage() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt(SourceBreakpoint.at("main.c@add-end").logging("{left} + {right} = {sum}, {nothing}"));
            session.start().exited(0);
            String error = "<error: No symbol \"nothing\" in current context.>";
            assertThat(console(session)).startsWith("0 + 0 = 0, " + error + "\n0 + 1 = 1, " + error + "\n");
            Place logged = session.program().at("main.c@add-end");
            assertThat(logs(session))
                    .hasSize(10)
                    .allMatch(log -> log.integer("line") == logged.line())
                    .allMatch(
                            log -> log.body().toString().contains(logged.file().toString()));
            assertThat(session.client().recording().messages()).noneMatch(message -> message.isEvent("stopped"));
        }
    }

    @Test
    void noneOfManyIsLost() {
        TestProgram program = new TestProgram(ScratchDirectory.create("many"));
        Files.write(program.file("main.c"), """
                int main(void) {
                    int sum = 0;
                    for (int i = 0; i < %d; i++)
                        sum += i; /* @body */
                    return sum != 1999000;
                }
                """.formatted(MANY));
        try (DebugSession session = DebugSession.open(Launch.executable(program))) {
            session.breakAt(SourceBreakpoint.at("main.c@body").logging("{i}"));
            session.start().exited(0);
            assertThat(console(session))
                    .isEqualTo(IntStream.range(0, MANY).mapToObj(i -> i + "\n").collect(Collectors.joining()));
        }
    }

    @OnSystemPython
    void aPythonObjectIsShownAsItsValue(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("crash", python))) {
            session.breakAt(SourceBreakpoint.at("crash.c@crash").logging("victim: {victim}"));
            session.start().stopped("exception");
            assertThat(console(session)).contains("victim: {'name': 'victim'}");
        }
    }

    private static String console(DebugSession session) {
        return session.output(output -> true).category("console");
    }

    private static List<Event> logs(DebugSession session) {
        return session.client().recording().messages().stream()
                .filter(message -> message.isEvent("output"))
                .map(message -> new Event(message.seq(), "output", message.body()))
                .filter(output -> output.integer("line") > 0)
                .toList();
    }
}
