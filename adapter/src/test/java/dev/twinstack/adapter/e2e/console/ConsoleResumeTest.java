package dev.twinstack.adapter.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.ProcessStatus;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of the debug console that make the program run: the session goes on beside it. */
@EndToEnd
class ConsoleResumeTest {
    private static final String SCRIPT = "python gdb.execute('continue')";
    private static final JsonObject NOTHING = new JsonObject();

    @ParameterizedTest
    @ValueSource(strings = {"continue", "c", "signal 0", "continue &"})
    void whileTheProgramRunsTheSessionIsUsedAsEver(String command) {
        try (DebugSession session = DebugSession.open(Launch.executable("spin").args("never"))) {
            session.breakAt("main.c@tick");
            Stop stop = session.start().stopped("breakpoint");
            session.clearBreakpoints("main.c");
            assertThat(typed(session, stop, command)).succeedsWithin(2, TimeUnit.SECONDS);
            session.breakAt("main.c@tick");
            session.stopped("breakpoint").at("main.c@tick");
            session.clearBreakpoints("main.c");
            typed(session, session.lastStop(), command).join();
            session.pause();
        }
    }

    @Test
    void aProcessIsLeftRunningAfterOne() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt("main.c@tick");
                Stop stop = session.start().stopped("breakpoint");
                session.clearBreakpoints("main.c");
                assertThat(typed(session, stop, "continue")).succeedsWithin(2, TimeUnit.SECONDS);
                assertThat(session.client().send("disconnect", NOTHING)).succeedsWithin(5, TimeUnit.SECONDS);
                session.disconnected();
            }
            runsToItsEnd(program, go);
        }
    }

    @Test
    void pauseStopsAProgramThatAScriptWaitsFor() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go);
                DebugSession session = DebugSession.open(Launch.attach(program))) {
            session.breakAt("main.c@tick");
            Stop stop = session.start().stopped("breakpoint");
            session.clearBreakpoints("main.c");
            CompletableFuture<?> script = typed(session, stop, SCRIPT);
            program.awaits(runs(program));
            session.ask("pause", Json.object("threadId", stop.threadId()));
            assertThat(script).succeedsWithin(5, TimeUnit.SECONDS);
            session.resume(session.stopped("exception"));
            session.disconnect(NOTHING);
            runsToItsEnd(program, go);
        }
    }

    @Test
    void aProcessThatAScriptWaitsForIsLeftRunning() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt("main.c@tick");
                Stop stop = session.start().stopped("breakpoint");
                session.clearBreakpoints("main.c");
                typed(session, stop, SCRIPT);
                program.awaits(runs(program));
                assertThat(session.client().send("disconnect", NOTHING)).succeedsWithin(5, TimeUnit.SECONDS);
                session.disconnected();
            }
            runsToItsEnd(program, go);
        }
    }

    @Test
    void aProgramThatAScriptWaitsForIsAskedToEnd() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.breakAt("main.c@tick");
            Stop stop = session.start().stopped("breakpoint");
            session.clearBreakpoints("main.c");
            ProcessStatus program =
                    new ProcessStatus(session.client().event("process").integer("systemProcessId"));
            typed(session, stop, SCRIPT);
            while (!program.runs()) {
                Thread.onSpinWait();
            }
            assertThat(session.client().send("terminate", NOTHING)).succeedsWithin(5, TimeUnit.SECONDS);
            session.exited(128 + 15);
        }
    }

    @OnSystemPython
    void aStepEndsWhereGdbEndsIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            session.breakAt("values.c@look");
            Stop stop = session.next(session.start().stopped("breakpoint"));
            String caller = stop.stack().frames().get(1).name();
            typed(session, stop, "finish").join();
            assertThat(session.stopped("step").top().name()).isEqualTo(caller);
        }
    }

    @Test
    void afterAReturnTheStackIsAnother() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            Frame visit = stop.top();
            visit.locals();
            visit.tryToEvaluate("-exec info threads", "repl").succeeded();
            visit.tryToEvaluate("-exec return 5", "repl").succeeded();
            assertThat(session.client().event("invalidated").body().toString()).contains("stacks", "variables");
            assertThat(stop.top().name()).isEqualTo("main");
            assertThat(stop.top().local("total").value()).isEqualTo("0");
            visit.tryToEvaluate("factor", "watch").refused();
        }
    }

    private static CompletableFuture<?> typed(DebugSession session, Stop stop, String command) {
        JsonObject arguments = Json.object("expression", "-exec " + command, "context", "repl");
        arguments.addProperty("frameId", stop.top().id());
        return session.client().send("evaluate", arguments);
    }

    private static BooleanSupplier runs(RunningProgram program) {
        return new ProcessStatus(program.pid())::runs;
    }

    private static RunningProgram spinning(Path go) {
        return Launch.executable("spin").args(go.toString()).run().printed("running");
    }

    private static void runsToItsEnd(RunningProgram program, Path go) {
        assertThat(program.status("TracerPid")).isEqualTo("0");
        Files.create(go);
        assertThat(program.exitStatus()).isZero();
    }
}
