package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Stop;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Restarts that cannot be, that meet another request, and that meet the program's own end. */
@EndToEnd
class RestartRacesTest {
    private static final JsonObject NOTHING = new JsonObject();
    private static final int TERMINATED = 128 + 15;

    @Test
    void aProgramThatCannotBeStartedIsRefusedAndTheOneThatStandsLives() {
        Launch steps = Launch.executable("steps");
        try (DebugSession session = DebugSession.open(steps)) {
            session.breakAt("main.c@second");
            Stop stop = session.start().stopped("breakpoint");
            JsonObject nowhere = steps.with("program", "/no/such/program").arguments();
            session.client().ask("restart", Json.object("arguments", nowhere)).refused("/no/such/program");
            session.next(stop).at("main.c@call");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void bothOfTwoRestartsAreAnswered() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            CompletableFuture<Response> first = session.client().send("restart", NOTHING);
            CompletableFuture<Response> second = session.client().send("restart", NOTHING);
            session.client().await("restart", first).succeeded();
            Response other = session.client().await("restart", second);
            assertThat(other.success() || other.message().contains("being restarted already"))
                    .as("%s", other)
                    .isTrue();
            session.output(output -> output.ofDebuggee().matches("(?s).*running.*running.*"));
            session.pause();
        }
    }

    @Test
    void aTerminateThatFollowsEndsTheProgramForGood() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            CompletableFuture<Response> restart = session.client().send("restart", NOTHING);
            session.ask("terminate", NOTHING);
            session.exited(TERMINATED);
            session.client().await("restart", restart);
        }
    }

    @Test
    void aDisconnectThatFollowsAnswersIt() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            long pid = session.client().event("process").integer("systemProcessId");
            CompletableFuture<Response> restart = session.client().send("restart", NOTHING);
            session.disconnect(Json.object("terminateDebuggee", false));
            session.client().await("restart", restart);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @OnSystemPython
    void aProgramThatHasNotReachedItsEntryStopsThereWhenItBeginsAnew(Python python) {
        Launch launch = Launch.python("callback", python).with("stopOnEntry", true);
        try (DebugSession session = DebugSession.open(launch)) {
            session.start();
            session.client().event("process");
            session.ask("restart", NOTHING);
            session.resume(session.stopped("entry").at("main.py@docstring"));
            session.exited(0);
        }
    }

    @RepeatedTest(8)
    @Tag("matrix")
    void theProgramsEndIsARestartOrItsEnd() {
        try (DebugSession session = DebugSession.open(Launch.executable("exits").args("code", "3"))) {
            session.start().output(output -> output.ofDebuggee().contains("way code"));
            Response restart = session.client().ask("restart", NOTHING);
            if (restart.success()) {
                session.output(output -> output.ofDebuggee().matches("(?s).*way code.*way code.*"));
            } else {
                restart.refused("has not ended");
            }
            session.exited(3);
        }
    }
}
