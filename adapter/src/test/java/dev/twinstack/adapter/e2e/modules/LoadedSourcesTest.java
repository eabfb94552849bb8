package dev.twinstack.adapter.e2e.modules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.SourceRow;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The source files of what is loaded, of both sides. */
@EndToEnd
class LoadedSourcesTest {
    @OnSystemPython
    void anExtensionAndTheModulesOfPythonAreTold(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("late_import", python))) {
            assertThat(names(session)).doesNotContain("late.c", "main.py");
            session.breakAt("late.c@work");
            session.start().stopped("breakpoint").at("late.c@work");
            SourceRow.told(session, "new", "late.c");
            SourceRow.told(session, "new", "main.py");
            List<String> all = paths(session);
            assertThat(all)
                    .doesNotHaveDuplicates()
                    .anyMatch(path -> path.endsWith("/late.c"))
                    .anyMatch(path -> path.endsWith("/os.py"))
                    .noneMatch(path -> path.endsWith(".so"));
            session.clearBreakpoints("late.c");
        }
    }

    @Test
    void aLibraryThatIsUnloadedTakesItsSourcesWithIt() {
        Launch launch = Launch.executable("plugins").args(library().toString());
        try (DebugSession session = DebugSession.open(launch)) {
            assertThat(names(session)).contains("main.c").doesNotContain("main.cpp");
            session.breakAt("main.c@loaded", "main.c@closed");
            Stop stop = session.start().stopped("breakpoint").at("main.c@loaded");
            SourceRow.told(session, "new", "main.cpp");
            session.resumeTo(stop, "main.c@closed");
            SourceRow.told(session, "removed", "main.cpp");
            assertThat(names(session)).contains("main.c").doesNotContain("main.cpp");
        }
    }

    @Test
    void afterARestartTheDifferencesAreTold() {
        Launch launch = Launch.executable("plugins").args(library().toString());
        try (DebugSession session = DebugSession.open(launch)) {
            assertThat(names(session)).contains("main.c");
            session.breakAt("main.c@loaded");
            session.start().stopped("breakpoint");
            SourceRow.told(session, "new", "main.cpp");
            session.breakAt("main.c@begin", "main.c@loaded");
            session.ask("restart", new JsonObject());
            Stop stop = session.stopped("breakpoint").at("main.c@begin");
            SourceRow.told(session, "removed", "main.cpp");
            session.resumeTo(stop, "main.c@loaded");
            SourceRow.told(session, "new", "main.cpp");
        }
    }

    @Test
    void theyAreToldWhileTheProgramRuns() {
        try (RunningProgram program = Launch.executable("spin").run().printed("running");
                DebugSession session = DebugSession.open(Launch.attach(program))) {
            session.start();
            assertThat(names(session)).contains("main.c");
            session.disconnect(new JsonObject());
        }
    }

    private static Path library() {
        Path library = ScratchDirectory.create("plugin").resolve("plugin.so");
        Path source = TestProgram.named("globals").file("main.cpp");
        Commands.run("g++", "-g", "-shared", "-fPIC", "-o", library.toString(), source.toString());
        return library;
    }

    private static List<String> names(DebugSession session) {
        return SourceRow.loaded(session).stream().map(SourceRow::name).toList();
    }

    private static List<String> paths(DebugSession session) {
        return SourceRow.loaded(session).stream().map(SourceRow::path).toList();
    }
}
