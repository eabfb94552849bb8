package dev.twinstack.adapter.e2e.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.ThreadInfo;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Many threads, and several of them at one place at once. */
@EndToEnd
class ManyThreadsTest {
    @Test
    void twoHundredThreadsAreShownSteppedAndLeft() {
        try (DebugSession session = DebugSession.open(Launch.executable("crowd").args("200"))) {
            session.breakAt("main.c@here");
            Stop stop = session.start().stopped("breakpoint").at("main.c@here");
            assertThat(session.threads())
                    .hasSize(201)
                    .extracting(ThreadInfo::name)
                    .doesNotHaveDuplicates();
            assertThat(session.threads())
                    .allSatisfy(thread -> assertThat(thread.stack().frames()).isNotEmpty());
            stop = session.next(session.next(stop));
            session.clearBreakpoints("main.c");
            session.resume(stop);
            session.exited(0);
            session.output(output -> output.ofDebuggee().contains("200 worked"));
        }
    }

    @Test
    void eachOfSeveralThreadsAtABreakpointStops() {
        try (DebugSession session = DebugSession.open(Launch.executable("crowd").args("8"))) {
            session.breakAt("main.c@work");
            session.start();
            Set<Integer> stopped = new HashSet<>();
            for (int i = 0; i < 8; i++) {
                Stop stop = session.stopped("breakpoint").at("main.c@work");
                stopped.add(stop.threadId());
                session.resume(stop);
            }
            assertThat(stopped).hasSize(8);
            session.exited(0);
        }
    }

    @Test
    void aPauseIsToldOfTheThreadThatTheClientNames() {
        try (DebugSession session = DebugSession.open(Launch.executable("crowd").args("3", "stay"))) {
            session.start();
            int main = session.client().event("thread").integer("threadId");
            int worker = session.client().event("thread").integer("threadId");
            session.output(output -> output.ofDebuggee().contains("all here"));
            assertThat(worker).isNotEqualTo(main);
            session.ask("pause", Json.object("threadId", worker));
            Stop paused = session.stopped("pause");
            assertThat(paused.threadId()).isEqualTo(worker);
            assertThat(paused.stack().frame("run")).isNotNull();
        }
    }
}
