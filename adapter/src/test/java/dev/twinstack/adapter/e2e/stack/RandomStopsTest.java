package dev.twinstack.adapter.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Wherever the program is stopped, each Python frame was called by the right one, and each C frame stands between its own. */
@EndToEnd
class RandomStopsTest {
    /** All calls that the program makes, oldest first; it may be stopped with any beginning of them on its stack. */
    private static final List<String> CHAIN = List.of(
            "<module>",
            "first",
            "through",
            "second",
            "third",
            "fourth",
            "fourth.<locals>.<listcomp>",
            "through",
            "fifth",
            "fifth.<locals>.<genexpr>");

    @OnSystemPython
    void aFewStops(Python python) {
        stopAtRandom(python, 15);
    }

    @OnSystemPython
    @Tag("matrix")
    void manyStops(Python python) {
        stopAtRandom(python, 400);
    }

    private static void stopAtRandom(Python python, int times) {
        Path end = Files.nowhere("end");
        List<String> chain = CHAIN.stream().map(python::shown).toList();
        try (DebugSession session =
                DebugSession.open(Launch.python("chain", python).args(end.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            for (int i = 0; i < times; i++) {
                Stop stop = session.pause();
                assertLegal(session, stop, chain);
                session.resume(stop);
            }
            Files.create(end);
            session.exited(0);
        }
    }

    private static void assertLegal(DebugSession session, Stop stop, List<String> chain) {
        String folder = session.program().folder().toString();
        List<Frame> newestFirst = stop.stack().visible().stream()
                .filter(frame -> frame.path().startsWith(folder))
                .toList();
        List<String> names = Stream.iterate(newestFirst.size() - 1, i -> i >= 0, i -> i - 1)
                .map(i -> newestFirst.get(i).name())
                .toList();
        assertThat(isBeginningOf(chain, names) || isBeginningOf(withInlinedComprehension(chain), names))
                .as("%s in:\n%s", names, stop.stack())
                .isTrue();
    }

    private static List<String> withInlinedComprehension(List<String> chain) {
        return chain.stream().filter(name -> !name.endsWith("<listcomp>")).toList();
    }

    private static boolean isBeginningOf(List<String> chain, List<String> names) {
        return names.size() <= chain.size() && chain.subList(0, names.size()).equals(names);
    }
}
