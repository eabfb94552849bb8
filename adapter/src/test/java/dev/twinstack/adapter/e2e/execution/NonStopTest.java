package dev.twinstack.adapter.e2e.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Message;
import dev.twinstack.adapter.dsl.NonStop;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stepping;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import dev.twinstack.adapter.dsl.ThreadInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Non-stop mode: a stop is of its thread alone, and the others run on. */
@EndToEnd
class NonStopTest {
    private static final Launch COUNTERS = Launch.executable("counters").with("nonStop", true);
    private static final int RESTARTS = 3;
    private static final long MOMENT_NANOS = 50_000_000;

    @Test
    void twoThreadsMeetABreakpointAndOneStepsWhileTheOtherRuns() {
        try (DebugSession session = DebugSession.open(COUNTERS)) {
            List<Stop> stops = bothAtTheBreakpoint(session);
            Stop first = stops.get(0);
            Stop second = stops.get(1);
            assertThat(first.threadId()).isNotEqualTo(second.threadId());
            session.client().ask("stackTrace", Json.object("threadId", 1)).refused("is running; pause it first");
            int dead = first.top().id();
            Frame alive = second.top();
            session.clearBreakpoints("main.c");
            NonStop.resume(first);
            alive.local("which").hasType("long");
            session.client().ask("scopes", Json.object("frameId", dead)).refused("There is no frame");
            long mine = count(alive, which(second));
            long before = count(alive, 1 - which(second));
            Stop stepped = NonStop.step("next", second).at("main.c@sleep");
            awaitGrowth(stepped.top(), 1 - which(second), before);
            assertThat(count(stepped.top(), which(second))).isEqualTo(mine + 1);
            session.client()
                    .ask("next", Json.object("threadId", first.threadId()))
                    .refused("is running; pause it first");
            NonStop.resume(stepped);
            assertThat(session.client().recording().text()).doesNotContain("\"continued\"");
        }
    }

    @Test
    void oneThreadIsPausedAndThenEveryOther() {
        Path end = Files.nowhere("end");
        try (DebugSession session = DebugSession.open(
                Launch.executable("counters").with("nonStop", true).args(end.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("counting"));
            Stop second = NonStop.pause(session, 2);
            assertThat(second.stack().frame("work")).isNotNull();
            session.client().ask("stackTrace", Json.object("threadId", 3)).refused("is running; pause it first");
            Stop third = NonStop.pause(session, 3);
            NonStop.pause(session, 1);
            session.ask("pause", Json.object("threadId", 1));
            long before = count(second.stack().frame("work"), 0)
                    + count(second.stack().frame("work"), 1);
            LockSupport.parkNanos(MOMENT_NANOS);
            assertThat(count(third.stack().frame("work"), 0)
                            + count(third.stack().frame("work"), 1))
                    .isEqualTo(before);
            JsonObject all = Json.object("threadId", 2, "singleThread", false);
            assertThat(Json.flag(session.ask("continue", all).body(), "allThreadsContinued"))
                    .isTrue();
            Files.create(end);
            session.exited(0);
        }
    }

    @Test
    void breakpointsOfEverySortAreSetAndMetWhileOtherThreadsRun() {
        try (DebugSession session = DebugSession.open(COUNTERS)) {
            session.start().output(output -> output.ofDebuggee().contains("counting"));
            Stop second = NonStop.pause(session, 2);
            Frame work = second.stack().frame("work");
            JsonObject info = session.ask("dataBreakpointInfo", Json.object("name", "counts[1]", "frameId", work.id()))
                    .body();
            JsonObject watched = Json.object("dataId", Json.text(info, "dataId").orElseThrow(), "accessType", "write");
            session.ask("setDataBreakpoints", Json.object("breakpoints", List.of(watched)));
            Stop met = NonStop.stopped(session, "data breakpoint");
            assertThat(met.threadId()).isEqualTo(3);
            assertThat(met.words()).contains("counts[1]");
            session.ask("setDataBreakpoints", Json.object("breakpoints", List.of()));
            session.breakAt(SourceBreakpoint.at("main.c@count").when("which == 1"));
            NonStop.resume(second);
            NonStop.resume(met);
            assertThat(NonStop.stopped(session, "breakpoint").at("main.c@count").threadId())
                    .isEqualTo(3);
            work.tryToEvaluate("which", "watch").refused("There is no frame");
        }
    }

    @OnSystemPython
    void aThreadOfPythonTakesTheGilFromOneThatRuns(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("gil", python).with("nonStop", true))) {
            session.breakAt("gil.c@unlocked");
            session.start();
            Stop stop = NonStop.stopped(session, "breakpoint").at("gil.c@unlocked");
            session.clearBreakpoints("gil.c");
            stop = NonStop.step("next", stop).at("gil.c@lock");
            stop = NonStop.step("next", stop).at("gil.c@locked");
            assertThat(stop.stack().visible()).extracting(Frame::name).containsSequence("work", "<module>");
            assertThat(session.threads()).extracting(ThreadInfo::name).contains("MainThread (holds the GIL)");
            Stop rival = NonStop.pause(session, other(session, stop).id());
            assertThat(rival.stack().frame("greedy").isPython()).isTrue();
            assertThat(session.threads())
                    .extracting(ThreadInfo::name)
                    .containsExactlyInAnyOrder("MainThread (holds the GIL)", "greedy (waits for the GIL)");
            NonStop.resume(rival);
            stop = NonStop.step("stepOut", stop);
            assertThat(stop.top().isPython()).isTrue();
            NonStop.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aProcessIsAttachedToAndRunsOnWhenLeftInTheMiddle() {
        Path end = Files.nowhere("end");
        try (RunningProgram program =
                Launch.executable("counters").args(end.toString()).run().printed("counting")) {
            try (DebugSession session = DebugSession.open(Launch.attach(program).with("nonStop", true))) {
                session.start();
                Stop stop = NonStop.pause(session, 2);
                assertThat(stop.stack().frame("work")).isNotNull();
                session.breakAt("main.c@count");
                NonStop.stopped(session, "breakpoint");
                session.disconnect(new JsonObject());
            }
            Files.create(end);
            assertThat(program.exitStatus()).isZero();
            assertThat(program.printed()).isEqualTo("counting\ncounted\n");
        }
    }

    @Test
    void aProcessThatStaysStoppedStandsWithAllItsThreads() {
        try (RunningProgram program = Launch.executable("counters").run().printed("counting");
                DebugSession session = DebugSession.open(
                        Launch.attach(program).with("nonStop", true).with("stopOnEntry", true))) {
            session.start().stopped("entry");
            for (ThreadInfo thread : session.threads()) {
                assertThat(thread.stack().frames()).isNotEmpty();
            }
            session.disconnect(new JsonObject());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"restart", "terminate", "disconnect"})
    void theSessionEndsOrBeginsAnewWhileSomeThreadsRun(String how) {
        try (DebugSession session = DebugSession.open(COUNTERS)) {
            session.breakAt("main.c@count");
            session.start();
            NonStop.stopped(session, "breakpoint");
            NonStop.stopped(session, "breakpoint");
            if (how.equals("restart")) {
                session.ask("restart", new JsonObject());
                NonStop.stopped(session, "breakpoint").at("main.c@count");
            } else if (how.equals("terminate")) {
                session.ask("terminate", new JsonObject());
                session.exited(128 + 15);
            }
        }
    }

    @Test
    void afterARestartNothingIsToldOfTheThreadsOfBefore() {
        try (DebugSession session = DebugSession.open(COUNTERS)) {
            session.breakAt("main.c@count");
            session.start();
            for (int round = 0; round < RESTARTS; round++) {
                session.client().event("process");
                JsonObject all = Json.object("threadId", standing(session).threadId(), "singleThread", false);
                session.client().send("continue", all);
                session.ask("restart", new JsonObject());
            }
            assertThat(toldBetweenRestartAndProcess(session)).doesNotContain("stopped", "continued");
        }
    }

    @Test
    void whatHasNoThreadsThatRunOneByOneRefusesIt() {
        assertThat(DebugSession.refusal(Launch.attach(TestProgram.named("counters"))
                                .with("target", "localhost:1")
                                .with("nonStop", true))
                        .message())
                .contains("The threads of a remote target", "'nonStop'");
        assertThat(DebugSession.refusal(Launch.attach(TestProgram.named("counters"))
                                .with("coreFile", "/nowhere")
                                .with("nonStop", true))
                        .message())
                .contains("The threads of a core file", "'nonStop'");
        assertThat(DebugSession.refusal(Launch.executable("counters")
                                .with("reverseDebugging", true)
                                .with("nonStop", true))
                        .message())
                .contains("'nonStop'", "'reverseDebugging'");
        assertThat(DebugSession.refusal(Launch.executable("counters")
                                .with("subProcess", true)
                                .with("nonStop", true))
                        .message())
                .contains("'nonStop'", "'subProcess'");
    }

    /** The next stop of a thread that still stands. */
    private static Stop standing(DebugSession session) {
        Stop stop = NonStop.stopped(session, "breakpoint");
        while (!session.client().ask("stackTrace", Stepping.thread(stop)).success()) {
            stop = NonStop.stopped(session, "breakpoint");
        }
        return stop;
    }

    private static List<String> toldBetweenRestartAndProcess(DebugSession session) {
        List<String> told = new ArrayList<>();
        boolean between = false;
        for (Message message : session.client().recording().messages()) {
            between = message.isSuccessOf("restart") || between && !message.isEvent("process");
            if (between && message.isEvent()) {
                told.add(message.name());
            }
        }
        return told;
    }

    private static List<Stop> bothAtTheBreakpoint(DebugSession session) {
        session.breakAt("main.c@count");
        session.start();
        return List.of(
                NonStop.stopped(session, "breakpoint").at("main.c@count"),
                NonStop.stopped(session, "breakpoint").at("main.c@count"));
    }

    private static ThreadInfo other(DebugSession session, Stop stop) {
        return session.threads().stream()
                .filter(thread -> thread.id() != stop.threadId())
                .findFirst()
                .orElseThrow();
    }

    private static int which(Stop stop) {
        return Integer.parseInt(stop.top().evaluate("which").value());
    }

    private static long count(Frame frame, int which) {
        return Long.parseLong(frame.evaluate("counts[" + which + "]").value());
    }

    private static void awaitGrowth(Frame frame, int which, long before) {
        for (int looks = 0; looks < 100 && count(frame, which) <= before; looks++) {
            LockSupport.parkNanos(MOMENT_NANOS);
        }
        assertThat(count(frame, which)).isGreaterThan(before);
    }
}
