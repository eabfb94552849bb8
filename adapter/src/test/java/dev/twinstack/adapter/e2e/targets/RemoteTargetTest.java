package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.Callback;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.GdbServer;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.PacketRelay;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that a gdbserver holds. */
@EndToEnd
class RemoteTargetTest {
    @OnSystemPython
    void pythonFramesAreReadThroughTheConnection(Python python) {
        try (GdbServer server = GdbServer.holding(Launch.python("callback", python));
                DebugSession session = DebugSession.open(server.launch())) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            stop.stack().beginsWith(Callback.atLeaf(session.program()));
            assertThat(session.threads().get(0).name()).isEqualTo("MainThread (holds the GIL)");
            session.resume(stop);
            session.exited(0);
            server.process().printed("answer 6");
        }
    }

    @OnSystemPython
    void aLineOfPythonStopsTheProgram(Python python) {
        try (GdbServer server = GdbServer.holding(Launch.python("border", python));
                DebugSession session = DebugSession.open(server.launch())) {
            session.breakAt("main.py@inner");
            Stop stop = session.start().stopped("breakpoint").at("main.py@inner");
            stop = session.next(stop).at("main.py@leaf-call");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aLineOfPythonThatIsSetWhileItRunsHoldsFromItsNextStopOn() {
        Path go = Files.nowhere("go");
        Launch lines = Launch.python("lines", Pythons.system()).args(go.toString());
        try (GdbServer server = GdbServer.holding(lines);
                DebugSession session = DebugSession.open(server.launch())) {
            session.start();
            server.process().printed("late");
            assertThat(Breakpoints.of(session).onExceptions("uncaught").get(0).message())
                    .contains("from its next stop on; pause it");
            assertThat(session.breakAt("main.py@round").get(0).message()).contains("from its next stop on; pause it");
            session.resume(session.pause());
            Stop stop = session.stopped("breakpoint").at("main.py@round");
            session.clearBreakpoints("main.py");
            session.resume(stop);
            Files.create(go);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aStackTakesFewPacketsOnceCPythonIsKnown(Python python) {
        try (GdbServer server = GdbServer.holding(Launch.python("callback", python));
                PacketRelay relay = PacketRelay.to(server);
                DebugSession session = DebugSession.open(server.launch().with("target", relay.address()))) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            stop.stack();
            int before = relay.sent();
            Stop next = session.next(stop);
            assertThat(next.stack().frame("inner").isPython()).isTrue();
            assertThat(relay.sent() - before).isBetween(20, 120);
            session.resume(next);
            session.exited(0);
        }
    }

    @Test
    void theProgramsFilesComeThroughTheConnectionWhereNoneIsNamed() {
        try (GdbServer server = GdbServer.holding(Launch.executable("exits").args("code", "7"));
                DebugSession session = DebugSession.open(server.launch().without("sysroot"))) {
            session.breakAt("main.c@choose");
            Stop stop = session.start().stopped("breakpoint").at("main.c@choose");
            session.next(stop);
            session.resume(session.lastStop());
            session.exited(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "serial"})
    void aUnixSocketOrASerialLineLeadsThere(String kind) {
        try (GdbServer server = GdbServer.holding(Launch.executable("steps"));
                RunningProgram line = server.line(kind);
                DebugSession session = DebugSession.open(
                        server.launch().with("target", line.printed().strip().replace("ready at ", "")))) {
            session.breakAt("main.c@add");
            Stop stop = session.start().stopped("breakpoint").at("main.c@add");
            session.clearBreakpoints("main.c");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aLaunchStopsAtItsEntry() {
        try (GdbServer server = GdbServer.holding(Launch.executable("steps"));
                DebugSession session = DebugSession.open(server.launch().with("stopOnEntry", true))) {
            Stop stop = session.start().stopped("entry").at("main.c@first");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aRunningProgramTakesBreakpointsIsPausedAndEndsWithTheSession() {
        try (GdbServer server = GdbServer.holding(Launch.executable("spin"))) {
            ProcessHandle program;
            try (DebugSession session = DebugSession.open(server.launch())) {
                session.start();
                server.process().printed("running");
                program = ProcessHandle.of(server.process().pid())
                        .flatMap(gdbserver -> gdbserver.children().findFirst())
                        .orElseThrow();
                session.resume(session.pause());
                session.breakAt("main.c@tick");
                Stop stop = session.stopped("breakpoint").at("main.c@tick");
                session.clearBreakpoints("main.c");
                session.resume(stop);
            }
            assertThat(Orphans.endsSoon(program)).isTrue();
            assertThat(server.process().exitStatus()).isZero();
        }
    }

    @Test
    void terminateAsksTheProgramToEnd() {
        try (GdbServer server = GdbServer.holding(Launch.executable("spin"));
                DebugSession session = DebugSession.open(server.launch().with("subProcess", true))) {
            session.start();
            session.output(output -> output.category("console").contains("'subProcess' has no effect here"));
            server.process().printed("running");
            session.ask("terminate", new JsonObject());
            session.exited(128 + 15);
        }
    }

    @Test
    void aProcessThatWasAttachedToRunsOn() {
        Path go = Files.nowhere("go");
        try (RunningProgram program =
                Launch.executable("spin").args(go.toString()).run().printed("running")) {
            try (GdbServer server = GdbServer.holding(program);
                    DebugSession session = DebugSession.open(server.attach())) {
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint").at("main.c@tick");
                session.disconnect(new JsonObject());
                assertThat(server.process().exitStatus()).isZero();
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void anExtendedTargetAttachesToAProcessOfItsMachine() {
        Path go = Files.nowhere("go");
        Launch spin = Launch.executable("spin").args(go.toString());
        try (RunningProgram program = spin.run().printed("running")) {
            try (GdbServer server = GdbServer.idle(spin.program());
                    DebugSession session = DebugSession.open(server.attach()
                            .with(
                                    "target",
                                    Json.object("type", "extended-remote", "parameters", List.of(server.address())))
                            .with("processId", program.pid()))) {
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint").at("main.c@tick");
                session.disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void anExtendedTargetStartsAProgram() {
        Launch exits = Launch.executable("exits");
        try (GdbServer server = GdbServer.idle(exits.program());
                DebugSession session = DebugSession.open(server.launch()
                        .with("useExtendedRemote", true)
                        .with("program", exits.path("program"))
                        .args("code", "3"))) {
            session.breakAt("main.c@choose");
            Stop stop = session.start().stopped("breakpoint").at("main.c@choose");
            session.resume(stop);
            session.exited(3);
        }
    }

    @Test
    void anExtendedTargetSetsTheEnvironment() {
        Launch echo = Launch.executable("echo");
        try (GdbServer server = GdbServer.idle(echo.program());
                DebugSession session = DebugSession.open(server.launch()
                        .with("useExtendedRemote", true)
                        .with("program", echo.path("program"))
                        .env("ECHO_A", "b c"))) {
            session.start().exited(0);
            server.process().printed("environment 4543484f5f413d622063\n"); // ECHO_A=b c
        }
    }

    @Test
    void aCommandIsATargetToo() {
        Launch exits = Launch.executable("exits");
        Launch launch = Launch.attach(exits.program())
                .with("target", "| gdbserver --once - " + exits.path("program") + " code 0")
                .with("sysroot", "/")
                .with("stopOnEntry", true);
        try (DebugSession session = DebugSession.open(launch)) {
            session.resume(session.start().stopped("entry"));
            session.exited(0);
        }
    }

    @Test
    void aLostConnectionEndsTheSessionAndSaysSo() {
        try (GdbServer server = GdbServer.holding(Launch.executable("spin"));
                DebugSession session = DebugSession.open(server.launch())) {
            session.start();
            server.process().printed("running").signal("KILL");
            session.terminated();
            session.output(output -> output.category("important").contains("The connection to the target is lost"));
        }
    }

    @Test
    void aTargetThatIsNotThereIsTold() {
        Launch launch = Launch.attach(TestProgram.named("spin")).with("target", "/nowhere/socket");
        DebugSession.refusal(launch)
                .refused("could not connect to the target '/nowhere/socket'", "No such file", "check that a gdbserver");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopOnEntry", "stopAtConnect"})
    void aStubThatStopsAllThreadsAtOnceWillDo(String stop) {
        try (GdbServer server = GdbServer.simple(TestProgram.named("spin"), "i386:x86-64");
                DebugSession session = DebugSession.open(server.attach().with(stop, true))) {
            assertThat(session.start().stopped("entry").stack().frames()).hasSize(1);
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void aStubThatTakesOneConnectionOnlyIsNotTriedOut() {
        try (GdbServer server = GdbServer.simpleOnce(TestProgram.named("spin"), "i386:x86-64")) {
            String port = server.address().replaceFirst("localhost:", "");
            Launch once = server.attach().with("target", Json.object("port", port, "once", true));
            try (DebugSession session = DebugSession.open(once.with("stopOnEntry", true))) {
                session.start().stopped("entry");
                session.disconnect(new JsonObject());
            }
        }
    }

    @Test
    void aTargetOfAnotherMachineIsTold() {
        TestProgram spin = TestProgram.named("spin");
        try (GdbServer server = GdbServer.simple(spin, "aarch64")) {
            DebugSession.refusal(server.attach()).refused("is of another architecture", "set 'gdb'");
        }
    }

    @Test
    void aTargetWithoutAProgramIsTold() {
        try (GdbServer server = GdbServer.idle(TestProgram.named("spin"))) {
            Launch launch = server.launch().with("useExtendedRemote", true);
            DebugSession.refusal(launch).refused("holds no program");
        }
    }
}
