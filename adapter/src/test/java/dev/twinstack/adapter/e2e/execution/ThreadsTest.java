package dev.twinstack.adapter.e2e.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.FramePattern;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stack;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.ThreadInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads of Python and of C. */
@EndToEnd
class ThreadsTest {
    @OnSystemPython
    void eachThreadHasItsNameAndItsStack(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("threads", python))) {
            Stop stop = stopAtMeeting(session);
            List<ThreadInfo> threads = session.threads();
            assertThat(threads).hasSize(4);
            assertThat(threads)
                    .extracting(ThreadInfo::name)
                    .contains(
                            "worker-1 (without the GIL)", "worker-2 (without the GIL)", "MainThread (without the GIL)");
            FramePattern waiting = session.program().frame("wait_here", "main.py@waiting");
            for (String worker : List.of("worker-1", "worker-2")) {
                Stack stack = named(threads, worker).stack();
                assertThat(waiting.fits(stack.frame("wait_here")))
                        .as(stack.toString())
                        .isTrue();
                assertThat(stack.frame("wait_")).isNotNull();
            }
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aThreadOfCHasNoPythonFrames(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("threads", python))) {
            stopAtMeeting(session);
            List<Stack> ofC = session.threads().stream()
                    .map(ThreadInfo::stack)
                    .filter(stack -> stack.frames().stream()
                            .anyMatch(frame -> frame.name().equals("native_main")))
                    .toList();
            assertThat(ofC).singleElement();
            assertThat(ofC.get(0).frames()).noneMatch(Frame::isPython);
        }
    }

    @OnSystemPython
    void theStoppedThreadIsTheOneThatHitTheBreakpoint(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("threads", python))) {
            session.breakAt("threads.c@native");
            Stop stop = session.start().stopped("breakpoint").at("threads.c@native");
            assertThat(session.threads()).extracting(ThreadInfo::id).contains(stop.threadId());
            session.breakAt("threads.c@all-here");
            Stop meeting = session.resumeTo(stop, "threads.c@all-here");
            assertThat(meeting.threadId()).isNotEqualTo(stop.threadId());
        }
    }

    @OnSystemPython
    void threadsAreToldWhenTheyStartAndEnd(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("threads", python))) {
            Stop stop = stopAtMeeting(session);
            int worker = named(session.threads(), "worker-1").id();
            awaitThreadEvent(session, "started", worker);
            session.resume(stop);
            awaitThreadEvent(session, "exited", worker);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aThreadSaysHowItStandsToTheGil(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("raising", python))) {
            session.breakAt("raising.c@pending");
            Stop stop = session.start().stopped("breakpoint");
            assertThat(session.threads())
                    .extracting(ThreadInfo::name)
                    .containsExactlyInAnyOrder("MainThread (holds the GIL)", "rival (waits for the GIL)");
            List<JsonObject> rows = session.threadRows();
            assertThat(rows).extracting(row -> row.get("gil").getAsString()).containsExactly("holds", "waits");
            assertThat(rows).extracting(row -> row.get("name").getAsString()).containsExactly("MainThread", "rival");
            assertThat(rows).allMatch(row -> row.get("python").getAsBoolean());
            assertThat(rows.get(0).get("id").getAsInt()).isEqualTo(stop.threadId());
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void whileTheProgramRunsNobodyKnowsHowThreadsStand() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            JsonObject answer =
                    session.ask("twinstack.threads", new JsonObject()).body();
            assertThat(answer.get("running").getAsBoolean()).isTrue();
            assertThat(answer.get("reason").getAsString()).isEqualTo("The program is running.");
            assertThat(session.threads()).extracting(ThreadInfo::name).noneMatch(name -> name.contains("GIL"));
        }
    }

    private static void awaitThreadEvent(DebugSession session, String reason, int thread) {
        session.client()
                .event("thread", event -> event.text("reason").equals(reason) && event.integer("threadId") == thread);
    }

    private static Stop stopAtMeeting(DebugSession session) {
        session.breakAt("threads.c@all-here");
        return session.start().stopped("breakpoint");
    }

    private static ThreadInfo named(List<ThreadInfo> threads, String name) {
        return threads.stream()
                .filter(thread -> thread.name().startsWith(name + " ("))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No thread " + name + " among " + threads));
    }
}
