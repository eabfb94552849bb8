package dev.twinstack.adapter.e2e.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Place;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may come while the program runs unseen for the debugger. */
@EndToEnd
class ErrandsTest {
    /** How many calls a worker makes in the program {@code workers}. */
    private static final int CALLS = 200;

    /** The words in GDB's log when breakpoints are asked for; when the program stands for that; and when the work goes on. */
    private static final String ASKED = "set-python-breakpoints";

    private static final String STANDS = "*stopped,reason=\"signal-received\"";
    private static final String GOES_ON = "twinstack python-stop";

    private static final String ENDLESS =
            "import twinstack.agent.calls.errands as e; e.kept = e.go_on; e.go_on = lambda: {'run': {'thread': 1, 'within': 50, 'breakable': False}}";
    private static final String FAILS = "import twinstack.agent.arrival.delivery as d, twinstack.errors as e;"
            + " d.deliver = lambda: (_ for _ in ()).throw(e.UserError('no luck'))";
    private static final String ENDS = "e.go_on = e.kept";
    /** The program is interrupted on its way out of Python's code. */
    private static final String SLOW =
            "import sys, time; sys.addaudithook(lambda name, more: name == 'sys.settrace' and time.sleep(0.4))";
    /** And the signal comes when it has stopped by itself. */
    private static final String LATE =
            "import os, signal, twinstack.execution.interrupt as i, twinstack.agent.talk.process as p; i.asked = [];"
                    + " i._stopped = lambda *a: not i.asked.append(1); p.kept = p.removed;"
                    + " p.removed = lambda: (i.asked and os.kill(gdb.selected_inferior().pid, signal.SIGSTOP), p.kept())[1]";

    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {ASKED, STANDS, GOES_ON})
    void theProgramMayEnd(String moment) {
        Path go = Files.nowhere("go");
        try (DebugSession session = DebugSession.open(waiting(go))) {
            session.start().output(output -> output.ofDebuggee().contains("late"));
            set(session, "main.py@round");
            Files.comesTo(session.logFile(), moment);
            Files.create(go);
            while (session.stopsBeforeItsEnd()) {
                session.resume(session.stopped("breakpoint").at("main.py@round"));
            }
            session.exited(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ASKED, GOES_ON})
    void theClientMayLeave(String moment) {
        Path go = Files.nowhere("go");
        try (RunningProgram program = waiting(go).run()) {
            program.printed("late");
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                set(session, "main.py@round");
                session.client().send("configurationDone", new JsonObject());
                Files.comesTo(session.logFile(), moment);
                session.disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
            assertThat(program.printed()).endsWith("[None, None]\ndone\n");
        }
    }

    @Test
    void aProgramIsNotLeftToTheSignalThatHasInterruptedItTooLate() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = waiting(go).run()) {
            program.printed("late");
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt("main.py@round");
                Stop stop = session.start().stopped("breakpoint").at("main.py@round");
                stop.top().typed(SLOW);
                stop.top().typed("-exec python " + LATE);
                session.disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void theRequestMayBeCancelled() {
        try (DebugSession session = DebugSession.open(waiting(Files.nowhere("go")))) {
            session.breakAt("main.py@added");
            Stop stop = session.start().stopped("breakpoint").at("main.py@added");
            CompletableFuture<Response> set = set(session, "main.py@sum");
            session.client()
                    .send("cancel", Json.object("requestId", session.client().lastSeq()));
            assertThat(set).succeedsWithin(SOON);
            stop.at("main.py@added");
            session.breakAt("main.py@sum");
            stop = session.resumeTo(stop, "main.py@sum");
            stop.top().local("total").is("45");
        }
    }

    @Test
    @Tag("matrix") // it is given up after two seconds
    void oneWithoutAnEndIsGivenUpWhenSomebodyWaits() {
        try (DebugSession session = DebugSession.open(waiting(Files.nowhere("go")))) {
            session.breakAt("main.py@added");
            Stop stop = session.start().stopped("breakpoint").at("main.py@added");
            stop.top().typed("-exec python " + ENDLESS);
            CompletableFuture<Response> set = set(session, "main.py@sum");
            Files.comesTo(session.logFile(), "within\\\":50");
            session.client()
                    .send("cancel", Json.object("requestId", session.client().lastSeq()));
            assertThat(set).succeedsWithin(SOON).satisfies(response -> response.refused("has not come to an end"));
            stop.top().typed("-exec python " + ENDS);
            assertThat(session.threads()).isNotEmpty();
        }
    }

    @Test
    void aPauseIsNotLost() {
        Path go = Files.nowhere("go");
        try (DebugSession session = DebugSession.open(waiting(go))) {
            session.start().output(output -> output.ofDebuggee().contains("late"));
            set(session, "late.py@say");
            Stop paused = session.pause();
            session.resume(paused);
            set(session, "main.py@wait");
            session.resume(session.pause());
            Files.create(go);
            session.exited(0);
        }
    }

    @Test
    void whatOtherThreadsLogIsNotLost() {
        Path go = Files.nowhere("go");
        try (DebugSession session =
                DebugSession.open(Launch.python("workers", Pythons.system()).args(go.toString()))) {
            session.breakAt(SourceBreakpoint.at("workers.c@met").logging("met {number}"));
            session.breakAt("main.py@first");
            session.start();
            for (int number = 0; number < CALLS; number += 20) {
                String logged = "met " + number + "\n";
                session.output(output -> output.category("console").contains(logged));
                session.breakAt(number % 40 == 0 ? "main.py@second" : "main.py@first");
            }
            Files.create(go);
            session.exited(0);
            assertThat(session.output(output -> true).category("console"))
                    .contains(IntStream.range(0, CALLS)
                            .mapToObj(number -> "met " + number + "\n")
                            .collect(Collectors.joining()));
        }
    }

    @Test
    void whereOtherThreadsStopIsToldInTurn() {
        try (DebugSession session = DebugSession.open(Launch.python("workers", Pythons.system()))) {
            session.breakAt(SourceBreakpoint.at("workers.c@met").when("number % 40 == 0"));
            session.start();
            for (int number = 0; number < CALLS; number += 40) {
                session.breakAt("main.py@first");
                session.breakAt("main.py@second");
                Stop stop = session.stopped("breakpoint").at("workers.c@met");
                stop.top().local("number").is(Integer.toString(number));
                session.resume(stop);
            }
            session.exited(0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true}) // the client resumes the program before it is told of the stop
    void aStepFromAPauseEndsWhereAnotherThreadStops(boolean isHasty) {
        Path go = Files.nowhere("go");
        Launch launch = Launch.python("workers", Pythons.system()).args(go.toString(), go.toString());
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().output(output -> output.ofDebuggee().contains("holds"));
            session.pause();
            session.breakAt("workers.c@held");
            session.client().send("next", Json.object("threadId", 1));
            if (isHasty) {
                session.client().send("continue", Json.object("threadId", 1));
            }
            Files.comesTo(session.logFile(), "twinstack python-step");
            Files.create(go); // the main thread waits for the GIL, which the worker has
            Stop stop = session.stopped("breakpoint").at("workers.c@held");
            assertThat(stop.top().name()).isEqualTo("hold");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void whatFailsAtAStopThatNobodySeesIsSaidAndTheProgramRunsOn() {
        Path go = Files.nowhere("go");
        try (DebugSession session = DebugSession.open(waiting(go))) {
            session.breakAt("main.py@sum");
            Stop stop = session.start().stopped("breakpoint").at("main.py@sum");
            stop.top().typed("-exec python " + FAILS);
            session.resume(stop);
            session.output(output -> output.ofDebuggee().contains("late"));
            set(session, "main.py@first");
            session.output(output -> output.category("console").contains("no luck"));
            Files.create(go);
            session.exited(0);
        }
    }

    private static Launch waiting(Path go) {
        return Launch.python("lines", Pythons.system()).args(go.toString());
    }

    /** Sets a breakpoint without waiting for the answer. */
    private static CompletableFuture<Response> set(DebugSession session, String fileAndMark) {
        Place place = session.program().at(fileAndMark);
        JsonArray breakpoints = new JsonArray();
        breakpoints.add(Json.object("line", place.line()));
        JsonObject source = Json.object("path", place.file().toString());
        return session.client().send("setBreakpoints", Json.object("source", source, "breakpoints", breakpoints));
    }
}
