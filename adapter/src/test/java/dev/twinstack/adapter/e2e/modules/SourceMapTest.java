package dev.twinstack.adapter.e2e.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sources that lie elsewhere than where the program was built, or are not what it was built of. */
@EndToEnd
class SourceMapTest {
    @OnSystemPython
    void breakpointsAndFramesAreTranslatedBothWays(Python python) {
        TestProgram built = TestProgram.named("callback").copiedTo(ScratchDirectory.create("built"));
        TestProgram opened = TestProgram.named("callback");
        Map<String, String> map =
                Map.of(built.folder().toString(), opened.folder().toString());
        Launch launch = Launch.python(built, python).with("sourceMap", map).openedIn(opened);
        stopsInCallback(launch, opened);
    }

    @OnSystemPython
    void aLineOfPythonStopsInAFileThatIsOpenElsewhere(Python python) {
        TestProgram built = TestProgram.named("lines").copiedTo(ScratchDirectory.create("built"));
        TestProgram opened = TestProgram.named("lines");
        Launch launch = Launch.python(built, python)
                .with("sourceMap", Map.of(folder(built), folder(opened)))
                .openedIn(opened);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.py@sum");
            Stop stop = session.start().stopped("breakpoint").at("main.py@sum");
            assertThat(stop.top().path()).isEqualTo(opened.file("main.py").toString());
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void theyAreFoundInAFolderBesideTheOneOfTheBuild(Python python) {
        TestProgram program = TestProgram.named("callback");
        stopsInCallback(builtBeside(program, python).with("sourceMap", Map.of("/built/src", folder(program))), program);
    }

    private static Launch builtBeside(TestProgram program, Python python) {
        return Launch.python(program, python, beside(program));
    }

    /** The path that debug information has after {@code gcc ../src/main.c} in a folder that is gone. */
    private static String beside(TestProgram program) {
        return "-fdebug-prefix-map=" + program.folder() + "=/built/out/../src";
    }

    private static String folder(TestProgram program) {
        return program.folder().toString();
    }

    private static void stopsInCallback(Launch launch, TestProgram opened) {
        try (DebugSession session = DebugSession.open(launch)) {
            Breakpoint set = session.breakAt("callback.c@leaf").get(0);
            assertThat(set.verified()).isFalse();
            Stop stop = session.start().stopped("breakpoint").at("callback.c@leaf");
            assertThat(stop.hitBreakpointIds()).containsExactly(set.id());
            stop.stack().beginsWith(opened.frame("leaf", "callback.c@leaf"), opened.frame("inner", "main.py@inner"));
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void ofAProgramTheyAreBoundAtOnce() {
        TestProgram program = TestProgram.named("steps");
        Launch launch = Launch.executable(program, beside(program))
                .with(
                        "sourceMap",
                        Map.of("/built", program.folder().getParent().toString(), "/built/src", folder(program)));
        try (DebugSession session = DebugSession.open(launch)) {
            Breakpoint set = session.breakAt(SourceBreakpoint.at("main.c@add").when("right == 4"))
                    .get(0);
            assertThat(set.verified()).isTrue();
            Stop stop = session.start().stopped("breakpoint").at("main.c@add");
            stop.top().local("right").is("4");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void theMapThatIsMissingIsToldOf() {
        TestProgram program = TestProgram.named("steps");
        String[] moved = {"-fdebug-prefix-map=" + program.folder() + "=/built/steps"};
        try (DebugSession session = DebugSession.open(Launch.executable(program, moved))) {
            assertThat(session.breakAt("main.c@add").get(0).message())
                    .endsWith(
                            "There is code of /built/steps/main.c. If that is this file, add \"sourceMap\": {\"/built\": \""
                                    + program.folder().getParent() + "\"} to the launch configuration.");
            session.start().exited(0);
        }
    }

    @Test
    void aSourceThatIsNewerThanTheProgramIsToldOfOnce() {
        TestProgram program = TestProgram.named("steps").copiedTo(ScratchDirectory.create("newer"));
        Launch launch = Launch.executable(program);
        File source = program.file("main.c").toFile();
        assertThat(source.setLastModified(System.currentTimeMillis() + 100_000)).isTrue();
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.c@add");
            session.start().stopped("breakpoint").stack();
            String told = session.output(output -> output.category("important").contains(" is newer than "))
                    .category("important");
            assertThat(told).containsOnlyOnce(source + " is newer than " + launch.path("program"));
        }
    }
}
