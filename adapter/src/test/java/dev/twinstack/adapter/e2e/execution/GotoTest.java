package dev.twinstack.adapter.e2e.execution;

import static dev.twinstack.adapter.dsl.Stepping.goTo;
import static dev.twinstack.adapter.dsl.Stepping.gotoTargets;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;

/** A thread goes on at another line, and what lies between is not run. */
@EndToEnd
class GotoTest {
    @Test
    void whatIsSkippedIsNotRun() {
        try (DebugSession session = DebugSession.open(Launch.executable("calls"))) {
            Stop stop = startAt(session, "main.cpp@nested");
            stop = goTo(stop, "main.cpp@skipped");
            assertThat(stop.top().local("value").value()).isNotEqualTo("22");
            stop = session.next(stop).at("main.cpp@after");
            stop.top().local("skipped").is("1");
        }
    }

    @Test
    void aThreadGoesBackToo() {
        try (DebugSession session = DebugSession.open(Launch.executable("calls"))) {
            Stop stop = startAt(session, "main.cpp@after");
            stop = goTo(stop, "main.cpp@nested");
            session.breakAt("main.cpp@end");
            session.resumeTo(stop, "main.cpp@end").top().local("value").is("59");
        }
    }

    @Test
    void theFrameOfBeforeIsForgotten() {
        try (DebugSession session = DebugSession.open(Launch.executable("calls"))) {
            Stop stop = startAt(session, "main.cpp@nested");
            int before = stop.top().id();
            goTo(stop, "main.cpp@skipped");
            session.client().ask("scopes", Json.object("frameId", before)).refused("There is no frame");
        }
    }

    @Test
    void aLineOfAnotherFunctionIsRefused() {
        try (DebugSession session = DebugSession.open(Launch.executable("calls"))) {
            Stop stop = startAt(session, "main.cpp@nested");
            gotoTargets(stop, "main.cpp@twice").refused("is not in 'main(int, char**)'", "'-exec jump main.cpp:7'");
            JsonObject behind = Json.object(
                    "source",
                    Json.object("path", session.program().file("main.cpp").toString()),
                    "line",
                    9999);
            session.client().ask("gotoTargets", behind).refused("main.cpp:9999 has no code");
        }
    }

    @OnSystemPython
    void anExtensionGoesOnElsewhereAndALineOfPythonIsRefusedThere(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            Stop stop = startAt(session, "callback.c@leaf-end");
            gotoTargets(stop, "main.py@inner").refused("where thread 1 has stopped on one");
            goTo(stop, "callback.c@leaf");
            session.clearBreakpoints("callback.c");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aLineOfPythonIsGoneToWhereCPythonAllowsIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("state", python))) {
            Stop stop = startAt(session, "main.py@set");
            gotoTargets(stop, "main.py@module").refused("main.py:18 cannot be gone to: it is not in 'work'");
            stop = goTo(stop, "main.py@attribute");
            stop.stack().frame("work").local("items").child("[0]").is("1");
            stop = session.next(stop).at("main.py@end");
            stop = goTo(stop, "main.py@set");
            stop = session.next(stop).at("main.py@call");
            stop.top().local("items").child("[0]").is("'python'");
            session.resume(stop);
            session.exited(0);
        }
    }

    private static Stop startAt(DebugSession session, String fileAndMark) {
        session.breakAt(fileAndMark);
        return session.start().stopped("breakpoint").at(fileAndMark);
    }
}
