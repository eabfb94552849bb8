package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Output;
import dev.twinstack.adapter.dsl.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session does with a server that it has started, from the connection to the end of both. */
@EndToEnd
class StubServerLifeTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itTakesCommandsOnceUpToItsEndAndNothingOfItIsLeft(boolean stopOnEntry) throws IOException {
        Path pid = Files.nowhere("pid");
        Launch exits = Launch.executable("exits");
        Launch launch = exits.args("code", "3")
                .with("target", script("extended-remote", "gdbserver --multi localhost:0 & echo $! > %s; wait", pid))
                .with("stopOnEntry", stopOnEntry)
                .with("initCommands", List.of("echo connected\\n", "monitor help"))
                .with("postRunCommands", List.of("echo stands\\n", "info symbol $pc"))
                .with("exitCommands", List.of("echo leaves\\n", "monitor help"))
                .with("sysroot", "/");
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.c@return");
            session.start().stopped(stopOnEntry ? "entry" : "breakpoint");
            session.disconnect(new JsonObject());
            Output output = session.output(all -> all.category("console").contains("leaves"));
            assertThat(output.category("important")).isEmpty();
            assertThat(output.category("console").split("\nstands\n", -1)).hasSize(2);
            assertThat(output.category("console"))
                    .containsSubsequence("\nconnected\n", "monitor commands", "\nstands\n", "main", "\nleaves\n");
        }
        assertThat(ProcessHandle.of(number(pid)).stream()).allMatch(Orphans::endsSoon);
    }

    @Test
    void aProgramThatIsHeldStandsOnceForItsCommands() {
        Launch launch = Launch.executable("exits")
                .with("target", Json.object("type", "remote"))
                .with("stopOnEntry", true)
                .with("postRunCommands", List.of("echo stands\\n"))
                .with("sysroot", "/");
        try (DebugSession session = DebugSession.open(launch)) {
            session.resume(session.start().stopped("entry"));
            session.exited(0);
            assertThat(session.output(all -> true).category("console").split("\nstands\n", -1))
                    .hasSize(2);
        }
    }

    @Test
    void oneThatPrintsMuchWhileGdbWaitsForItAnswers() {
        Launch exits = Launch.executable("exits");
        Launch launch = exits.args("code", "6")
                .with(
                        "target",
                        script(
                                "remote",
                                "exec gdbserver --once --debug --remote-debug localhost:0 %s code 6",
                                Path.of(exits.path("program"))))
                .with("postRunCommands", Collections.nCopies(20, "dump binary memory /dev/null $pc-16384 $pc"))
                .with("sysroot", "/");
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(6);
            Output output = session.output(all -> true);
            assertThat(output.category("important")).isEmpty();
            assertThat(output.size("console")).isGreaterThan(200_000);
        }
    }

    @Test
    @Tag("matrix")
    void oneThatIsToStayOutlivesTheAdapterInTheUsersLocale() {
        Path go = Files.nowhere("go");
        Path stayed = Files.nowhere("stayed");
        Launch exits = Launch.executable("exits");
        JsonObject target = script(
                "remote",
                "echo locale $LC_ALL,${TWINSTACK_LC_ALL-none}; gdbserver --once localhost:0 %s code 2;"
                        + " until [ -e %s ]; do sleep 0.05; done; echo one; echo two; echo > %s",
                Path.of(exits.path("program")),
                go,
                stayed);
        target.addProperty("automaticallyKillServer", false);
        Map<String, String> variables = Map.of("LC_ALL", "C.UTF-8", "TWINSTACK_LC_ALL", "POSIX");
        try (ServerProcess adapter = ServerProcess.startWithVariables(variables)) {
            try (DebugSession session =
                    DebugSession.open(adapter, exits.with("target", target).with("sysroot", "/"))) {
                session.start().exited(2);
                assertThat(session.output(all -> true).category("console"))
                        .containsSubsequence("locale POSIX,none", "way");
            }
            adapter.exitStatus();
        }
        Files.create(go);
        assertThat(Files.comesSoon(stayed)).isTrue();
    }

    private static JsonObject script(String type, String text, Path... files) {
        String script = text.formatted((Object[]) files);
        return Json.object("type", type, "server", "/bin/sh", "serverParameters", List.of("-c", script));
    }

    private static long number(Path file) throws IOException {
        return Long.parseLong(java.nio.file.Files.readString(file).strip());
    }
}
