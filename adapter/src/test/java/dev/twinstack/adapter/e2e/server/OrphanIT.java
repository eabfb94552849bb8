package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Pipe;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.ServerProcess;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the server ends, neither GDB nor a program that it launched lives on, and one that it attached to does. */
@EndToEnd
class OrphanIT {
    /** GDB takes a second to end. */
    private static final String SLOW_END = "python import atexit, time; atexit.register(time.sleep, 1)";

    @Test
    void aServerThatIsKilledLeavesNothingBehind() {
        try (ServerProcess server = ServerProcess.start()) {
            List<ProcessHandle> started = startProgram(server);
            server.handle().destroyForcibly();
            assertThat(started).allMatch(Orphans::endsSoon);
        }
    }

    @Test
    void aServerThatIsToldToEndLeavesNothingBehind() {
        try (ServerProcess server = ServerProcess.start()) {
            List<ProcessHandle> started = startProgram(server);
            server.handle().destroy();
            assertThat(started).allMatch(Orphans::endsSoon);
        }
    }

    @Test
    void aServerThatIsInterruptedEndsWellAndLeavesNothingBehind() {
        try (ServerProcess server = ServerProcess.start()) {
            List<ProcessHandle> started = startProgram(server);
            Commands.run("kill", "-s", "INT", Long.toString(server.handle().pid()));
            assertThat(server.exitStatus()).isZero();
            assertThat(started).allMatch(Orphans::endsSoon);
        }
    }

    @Test
    void aClientThatGoesAwayEndsEverything() {
        try (ServerProcess server = ServerProcess.start()) {
            List<ProcessHandle> started = startProgram(server);
            new DapClient(InputStream.nullInputStream(), server.input()).closeInput();
            server.exitStatus();
            assertThat(started).allMatch(Orphans::endsSoon);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerThatEndsLetsGoOfAProcess(boolean killed) {
        Path go = Files.nowhere("go");
        try (RunningProgram program =
                        Launch.executable("spin").args(go.toString()).run().printed("running");
                ServerProcess server = ServerProcess.start()) {
            List<ProcessHandle> started = attach(server, Launch.attach(program));
            if (killed) {
                server.handle().destroyForcibly();
            } else {
                server.handle().destroy();
            }
            assertRunsOn(program, started, go);
        }
    }

    @Test
    void aServerThatIsToldToEndLeavesNothingAtTheOtherEndOfAPipe() {
        Path go = Files.nowhere("go");
        try (Pipe pipe = Pipe.shell();
                RunningProgram program =
                        Launch.executable("spin").args(go.toString()).run().printed("running");
                ServerProcess server = ServerProcess.start()) {
            List<ProcessHandle> started =
                    attach(server, pipe.leads(Launch.attach(program)).with("initCommands", List.of(SLOW_END)));
            server.handle().destroy();
            assertRunsOn(program, started, go);
        }
    }

    private static void assertRunsOn(RunningProgram program, List<ProcessHandle> debuggers, Path go) {
        assertThat(debuggers).isNotEmpty().allMatch(Orphans::endsSoon);
        assertThat(program.status("TracerPid")).isEqualTo("0");
        Files.create(go);
        assertThat(program.exitStatus()).isZero();
    }

    /** Attaches to a process and lets it run; the processes of GDB. */
    private static List<ProcessHandle> attach(ServerProcess server, Launch attach) {
        DapClient client = new DapClient(server.output(), server.input());
        client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
        CompletableFuture<Response> attached = client.send("attach", attach.arguments());
        client.event("initialized");
        client.ask("configurationDone", new JsonObject()).succeeded();
        client.await("attach", attached).succeeded();
        return server.handle().descendants().toList();
    }

    /** Runs a program that never ends by itself; the processes of GDB and of the program. */
    private static List<ProcessHandle> startProgram(ServerProcess server) {
        DapClient client = new DapClient(server.output(), server.input());
        client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
        client.send("launch", Launch.executable("spin").arguments());
        client.event("initialized");
        client.ask("configurationDone", new JsonObject()).succeeded();
        long pid = client.event("process").integer("systemProcessId");
        ProcessHandle program = ProcessHandle.of(pid).orElseThrow();
        Stream<ProcessHandle> others = server.handle().descendants();
        List<ProcessHandle> all = Stream.concat(others, Stream.of(program)).toList();
        assertThat(all).anyMatch(process -> process.info().command().orElse("").endsWith("/gdb"));
        return all;
    }
}
