package dev.twinstack.adapter.e2e;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.util.Map;

/** Sources that lie elsewhere than where the program was built. */
@EndToEnd
class SourceMapTest {
    @OnSystemPython
    void breakpointsAndFramesAreTranslatedBothWays(Python python) {
        TestProgram built = TestProgram.named("callback").copiedTo(ScratchDirectory.create("built"));
        TestProgram opened = TestProgram.named("callback");
        Map<String, String> map =
                Map.of(built.folder().toString(), opened.folder().toString());
        Launch launch = Launch.python(built, python).with("sourceMap", map).openedIn(opened);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint").at("callback.c@leaf");
            stop.stack().beginsWith(opened.frame("leaf", "callback.c@leaf"), opened.frame("inner", "main.py@inner"));
            session.resume(stop);
            session.exited(0);
        }
    }
}
