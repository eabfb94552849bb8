package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attaching to a process, and leaving it as it was. */
@EndToEnd
class AttachTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProcessRunsOnAfterTheConfigurationAndAfterTheSession(boolean numberAsText) {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            Launch attach = Launch.attach(program);
            if (numberAsText) {
                attach.with("processId", Long.toString(program.pid()));
            }
            try (DebugSession session = DebugSession.open(attach)) {
                session.breakAt("main.c@tick");
                Stop stop = session.start().stopped("breakpoint").at("main.c@tick");
                assertThat(stop.stack().frame("main")).isNotNull();
                session.clearBreakpoints("main.c");
                session.resume(stop);
                session.resume(session.pause());
                session.disconnect(new JsonObject());
            }
            runsOn(program, go);
            assertThat(program.printed()).isEqualTo("running\ntold to stop\n");
        }
    }

    @Test
    void aBreakpointThatIsLeftBehindHarmsNoProcess() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint");
                session.disconnect(new JsonObject());
            }
            runsOn(program, go);
        }
    }

    @OnSystemPython
    void pythonIsSeenWhereItStands(Python python) {
        Path go = Files.nowhere("go");
        Launch launch = Launch.python("sigint_noticed", python).args(go.toString());
        try (RunningProgram program = launch.run().printed("waiting");
                DebugSession session = DebugSession.open(Launch.attach(program).with("stopOnEntry", true))) {
            Stop stop = session.start().stopped("entry");
            assertThat(stop.stack().frame("wait_for").isPython()).isTrue();
            session.resume(stop);
            session.pause();
            session.disconnect(new JsonObject());
            runsOn(program, go);
        }
    }

    @Test
    void anotherProgramIsTold() {
        try (RunningProgram program = spinning(Files.nowhere("go"));
                DebugSession session = DebugSession.open(Launch.attach(program).with("program", "/bin/true"))) {
            session.start();
            session.output(output ->
                    output.category("console").contains("'/bin/true' is not the program that the process runs"));
        }
    }

    @Test
    void theEndOfTheProcessIsTheEndOfTheSession() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go);
                DebugSession session = DebugSession.open(Launch.attach(program))) {
            session.start();
            Files.create(go);
            session.exited(0);
        }
    }

    @Test
    void disconnectEndsTheProcessWhenTheClientSaysSo() {
        try (RunningProgram program = spinning(Files.nowhere("go"));
                DebugSession session = DebugSession.open(Launch.attach(program))) {
            session.start();
            session.disconnect(Json.object("terminateDebuggee", true));
            assertThat(program.exitStatus()).isEqualTo(128 + 9);
        }
    }

    @Test
    void terminateIsForWhatWasLaunched() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.start();
                session.client()
                        .event(
                                "capabilities",
                                event -> event.body().toString().contains("\"supportsTerminateRequest\":false"));
                session.client().ask("terminate", new JsonObject()).refused("'disconnect' leaves it running");
                session.disconnect(new JsonObject());
            }
            runsOn(program, go);
        }
    }

    @Test
    void disconnectBeforeTheConfigurationIsDoneLeavesTheProcessRunning() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.disconnect(new JsonObject());
            }
            runsOn(program, go);
        }
    }

    @Test
    void aClientThatGoesAwayLeavesTheProcessRunning() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt("main.c@told");
                session.start();
                session.goAway();
            }
            runsOn(program, go);
        }
    }

    @Test
    void theConsoleOfAProcessThatRunsTakesNoInput() {
        try (RunningProgram program = spinning(Files.nowhere("go"));
                DebugSession session = DebugSession.open(Launch.attach(program))) {
            session.start();
            session.client()
                    .ask("evaluate", Json.object("expression", "ticks", "context", "repl"))
                    .refused("The program is running; pause it first.");
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void aProcessThatIsNotThereIsRefusedAndAnotherIsTaken() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            try (DebugSession session = DebugSession.open(
                    Launch.attach(program),
                    client -> client.ask("attach", Json.object("processId", 4_194_305))
                            .refused("There is no process 4194305"))) {
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint").at("main.c@tick");
                session.disconnect(new JsonObject());
            }
            runsOn(program, go);
        }
    }

    @Test
    void aLaunchAfterARefusedAttachIsEndedWithTheSession() {
        try (DebugSession session = DebugSession.open(
                Launch.executable("spin").args(Files.nowhere("go").toString()),
                client -> client.ask("attach", Json.object("waitFor", "never-started", "waitForTimeout", 0.1))
                        .refused("No process 'never-started' was started"))) {
            session.start();
            long pid = session.client().event("process").integer("systemProcessId");
            session.disconnect(new JsonObject());
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void anAttachThatHasSucceededIsNotTakenBack() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.ask("cancel", Json.object("requestId", session.client().lastSeq()));
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint").at("main.c@tick");
                session.disconnect(new JsonObject());
            }
            runsOn(program, go);
        }
    }

    @Test
    void aProcessThatGdbLetsGoOfEndsTheSession() {
        Path go = Files.nowhere("go");
        try (RunningProgram program = spinning(go)) {
            try (DebugSession session = DebugSession.open(Launch.attach(program).with("stopOnEntry", true))) {
                session.start()
                        .stopped("entry")
                        .top()
                        .tryToEvaluate("-exec interpreter-exec mi -target-detach", "repl");
                session.terminated();
            }
            runsOn(program, go);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spin", "12x"})
    void aProcessIdIsANumber(String text) {
        DebugSession.refusal(Launch.attach(TestProgram.named("spin")).with("processId", text))
                .refused("'processId' must be the number");
    }

    @Test
    void aStoppedProcessStaysStopped() {
        try (RunningProgram program = spinning(Files.nowhere("go"))) {
            program.signal("STOP");
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.start().stopped("entry");
                session.disconnect(new JsonObject());
            }
            assertThat(program.status("State")).startsWith("T");
        }
    }

    @Test
    void aProgramThatOnlyItsContainerSeesIsFound() {
        Path folder = Files.nowhere("go").getParent();
        String inside = "mount -t tmpfs none \"$1\" && cp \"$2\" \"$1/spin\" && exec \"$1/spin\" /no/such";
        String program = Launch.executable("spin").path("program");
        try (RunningProgram hidden = RunningProgram.start(
                TestProgram.named("spin"),
                List.of("unshare", "-m", "sh", "-c", inside, "sh", folder.toString(), program),
                Map.of())) {
            hidden.awaits(() -> !hidden.printed().isEmpty());
            assumeTrue(hidden.printed().contains("running"), "no mount namespace can be made: " + hidden.printed());
            assertThat(folder.resolve("spin")).doesNotExist();
            try (DebugSession session = DebugSession.open(Launch.attach(hidden))) {
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint").at("main.c@tick");
                session.disconnect(new JsonObject());
            }
            unharmed(hidden);
        }
    }

    @Test
    void anExecutableThatWasDeletedIsStillRead() throws IOException {
        Launch launch = Launch.executable("spin").named("spin");
        try (RunningProgram program = launch.run().printed("running")) {
            java.nio.file.Files.delete(Path.of(launch.path("program")));
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint").at("main.c@tick");
                session.disconnect(new JsonObject());
            }
        }
    }

    private static RunningProgram spinning(Path go) {
        return Launch.executable("spin").args(go.toString()).run().printed("running");
    }

    /** Nothing is left in it of the session, and it does to its end what it is told. */
    private static void runsOn(RunningProgram program, Path go) {
        unharmed(program);
        Files.create(go);
        assertThat(program.exitStatus()).isZero();
    }

    private static void unharmed(RunningProgram program) {
        assertThat(program.status("TracerPid")).isEqualTo("0");
        assertThat(program.status("State")).matches("[RS] .*");
        assertThat(program.status("SigPnd") + program.status("ShdPnd")).matches("0+");
    }
}
