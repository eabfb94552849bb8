package dev.twinstack.adapter.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.NonStop;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What else ends, or does not end, Python code that is typed in the debug console. */
@EndToEnd
class PythonEvaluationEndsTest {
    private static final String ENDLESS = "\nwhile True: pass";

    @Test
    void aPauseAndTheEndOfTheProgramDoAndNoBreakpoint() {
        try (DebugSession session = DebugSession.open(Launch.python("lines", Pythons.system()))) {
            session.breakAt("main.py@added");
            Stop stop = session.start().stopped("breakpoint").at("main.py@added");
            stop.top().typed("work()").is("45");
            CompletableFuture<Response> endless =
                    typed(session, stop.top(), "for each in range(50_000): print('written', each)" + ENDLESS);
            session.output(output -> output.ofDebuggee().contains("written 49999\n"));
            session.ask("pause", Json.object("threadId", stop.threadId()));
            session.client().await("evaluate", endless).refused("The request was cancelled.");
            stop.at("main.py@added").top().typed("total + 1").is("1");
            stop.top().tryToEvaluate("import os; os._exit(3)", "repl").refused("The program has ended");
            session.exited(3);
        }
    }

    @Test
    void aClientThatLeavesDoesAndTheProgramGoesOn() {
        Path go = Files.nowhere("go");
        try (RunningProgram program =
                Launch.python("lines", Pythons.system()).args(go.toString()).run()) {
            program.printed("late");
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt("main.py@round");
                typed(session, session.start().stopped("breakpoint").top(), "print('typed', flush=True)" + ENDLESS);
                program.printed("typed");
                session.disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
            assertThat(program.printed()).endsWith("[None, None]\ndone\n");
        }
    }

    @Test
    @Tag("matrix")
    void noneRunsWhereEachThreadStandsForItself() {
        Launch launch = Launch.python("border", Pythons.system()).with("nonStop", true);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("border.c@leaf");
            Frame inner = NonStop.stopped(session.start(), "breakpoint").stack().frame("inner");
            inner.tryToEvaluate("items.copy()", "repl").refused("leave 'nonStop' out");
            inner.typed("len(items)").is("3");
        }
    }

    private static CompletableFuture<Response> typed(DebugSession session, Frame frame, String code) {
        return session.client()
                .send("evaluate", Json.object("expression", code, "frameId", frame.id(), "context", "repl"));
    }
}
