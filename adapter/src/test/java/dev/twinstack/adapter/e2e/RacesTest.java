package dev.twinstack.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Requests that come at the same moment as something else happens. */
@EndToEnd
class RacesTest {
    private static final int ROUNDS = 150;
    private static final int LEAVES = 8;

    @Test
    void aPauseThatABreakpointForestallsLeavesNoSignalBehind() {
        try (DebugSession session = DebugSession.open(Launch.executable("sigint_blocked"))) {
            session.breakAt("main.c@round");
            JsonObject thread = Json.object(
                    "threadId", session.start().stopped("breakpoint").threadId());
            for (int round = 0; round < ROUNDS; round++) {
                session.client().send("continue", thread);
                session.ask("pause", thread);
                assertThat(session.client().event("stopped").text("reason")).isIn("breakpoint", "pause");
            }
        }
    }

    @Test
    void aProgramThatIsLeftInThatMomentRunsOn() throws IOException {
        for (int round = 0; round < LEAVES; round++) {
            try (DebugSession session = DebugSession.open(Launch.executable("sigint_blocked"))) {
                session.breakAt("main.c@round");
                session.start().client().send("pause", Json.object("threadId", 1));
                long pid = session.client().event("process").integer("systemProcessId");
                session.disconnect(Json.object("terminateDebuggee", false));
                String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                assertThat(status).contains("TracerPid:\t0").doesNotContain("State:\tT");
            }
        }
    }

    @Test
    void aTerminateRightBehindTheStartIsKept() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().ask("terminate", new JsonObject());
            session.exited(128 + 15);
        }
    }

    @Test
    void aGdbThatIsKilledBeforeTheProgramRunsIsTold() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").endsWith("/gdb"))
                    .forEach(ProcessHandle::destroyForcibly);
            session.client().send("configurationDone", new JsonObject());
            session.terminated();
            assertThat(session.output(output -> output.category("important").contains("GDB has ended")))
                    .isNotNull();
        }
    }

    @Test
    void aResumeThatGdbRefusesForgetsNothing() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            session.breakAt("main.c@second");
            Stop stop = session.start().stopped("breakpoint");
            JsonObject nobody = Json.object("threadId", 99);
            assertThat(session.client().ask("next", nobody).success()).isFalse();
            stop.top().local("first").is("1");
        }
    }
}
