package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines of Python that a C program runs by itself. */
@EndToEnd
class EmbeddedPythonTest {
    @OnSystemPython
    void aProgramThatEmbedsPythonStopsAtLinesOfBoth(Python python) {
        try (DebugSession session = DebugSession.open(embeds(python))) {
            session.breakAt("main.c@call", "hosted.py@count", "main.c@doubled", "main.c@end");
            Stop stop = session.start().stopped("breakpoint").at("main.c@call");
            stop = session.resumeTo(stop, "hosted.py@count");
            assertThat(stop.stack().visible())
                    .extracting(frame -> frame.name())
                    .containsSubsequence("count", "hosted", "main");
            stop = session.next(stop).at("hosted.py@back");
            stop = session.resumeTo(stop, "main.c@doubled");
            stop.top().local("value").is("3");
            stop = session.resumeTo(stop, "main.c@end");
            session.resume(stop);
            session.exited(6);
        }
    }

    @OnSystemPython
    void aThreadOfPythonStopsThoughMainIsInCWithoutTheGil(Python python) {
        stopsInTheWorker(python);
    }

    @OnSystemPython
    void soItDoesWherePythonWasStartedInAnotherThreadThanTheFirst(Python python) {
        stopsInTheWorker(python, "thread");
    }

    private static void stopsInTheWorker(Python python, String... more) {
        assumeFalse(python.label().contains("3.8"), "CPython 3.8 cannot trace threads that ran before");
        Path go = Files.nowhere("go");
        Launch embeds = embeds(python);
        List<String> arguments =
                new ArrayList<>(List.of(embeds.program().folder().toString(), go.toString()));
        arguments.addAll(List.of(more));
        embeds.args(arguments.toArray(String[]::new));
        try (RunningProgram program = embeds.run()) {
            program.printed("spins");
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.start().breakAt("hosted.py@work");
                Stop stop = session.stopped("breakpoint").at("hosted.py@work");
                session.clearBreakpoints("hosted.py");
                session.resume(stop);
                Files.create(go);
                session.exited(6);
            }
        }
    }

    @OnSystemPython
    void aThreadThatStopsWhileTheConfigurationIsSentStandsBehindIt(Python python) {
        Path go = Files.nowhere("go");
        Launch embeds = embeds(python);
        embeds.args(embeds.program().folder().toString(), go.toString());
        try (RunningProgram program = embeds.run()) {
            program.printed("spins");
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt("main.c@doubled"); // which the worker comes to while main waits for its GIL
                session.breakAt("hosted.py@told"); // where it does not come to
                Stop stop = session.start().stopped("breakpoint").at("main.c@doubled");
                session.clearBreakpoints("main.c");
                session.clearBreakpoints("hosted.py");
                session.resume(session.next(stop));
                Files.create(go);
                session.exited(6);
            }
        }
    }

    /** The program with the folder of what it is to run. */
    private static Launch embeds(Python python) {
        Launch launch = Launch.executable("embeds", python.embedding());
        python.environment().forEach(launch::env);
        return launch.args(launch.program().folder().toString()).env("PYTHONDONTWRITEBYTECODE", "1");
    }
}
