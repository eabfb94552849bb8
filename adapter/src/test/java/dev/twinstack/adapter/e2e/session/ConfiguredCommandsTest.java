package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Output;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands of GDB in the launch configuration. */
@EndToEnd
class ConfiguredCommandsTest {
    private static final String PLACE = "python print(gdb.selected_thread() and gdb.newest_frame().name())";

    @Test
    void eachComesAtItsTimeAndShowsWhatItPrints() {
        Launch launch = Launch.executable("exits")
                .args("code", "3")
                .with("initCommands", List.of("set $order = 1", "info files"))
                .with("preRunCommands", List.of("print $order++", "info line main"))
                .with("postRunCommands", List.of("print $order++", PLACE))
                .with("exitCommands", List.of("print $order++", "print $_exitcode"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(3);
            String console = console(session);
            assertThat(console)
                    .containsSubsequence(
                            "(gdb) print $order++\n$1 = 1\n",
                            "(gdb) info line main\nLine ",
                            "(gdb) print $order++\n$2 = 2\n",
                            "(gdb) " + PLACE + "\nmain\n",
                            "(gdb) print $order++\n$3 = 3\n",
                            "(gdb) print $_exitcode\n$4 = 3\n")
                    .doesNotContain("set $order", "failed");
        }
    }

    @OnSystemPython
    void beforeAPythonProgramTheInterpreterStands(Python python) {
        Launch launch = Launch.python("callback", python).with("postRunCommands", List.of(PLACE));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            assertThat(console(session)).contains("\nPyEval_EvalCode\n");
        }
    }

    @Test
    void thoseOfCppdbgMayBeOfGdbMiAndMayFail() {
        List<JsonObject> commands = List.of(
                Json.object("description", "pretty", "text", "-enable-pretty-printing", "ignoreFailures", true),
                Json.object("text", "-gdb-set print elements 7"),
                Json.object("text", "show print elements"),
                Json.object("text", "no-such-command", "ignoreFailures", true),
                Json.object("text", "print no_such_name"));
        try (DebugSession session =
                DebugSession.open(Launch.executable("native").with("setupCommands", commands))) {
            session.start().exited(0);
            assertThat(console(session)).contains("is 7.").doesNotContain("no-such-command");
            assertThat(session.output(output -> true).category("important"))
                    .isEqualTo("The command 'print no_such_name' of 'setupCommands' failed:"
                            + " No symbol table is loaded.  Use the \"file\" command.\n");
        }
    }

    @Test
    void aClientThatShowsNothingImportantIsToldInItsConsole() {
        JsonObject dape = ClientCapabilities.likeVsCode();
        dape.addProperty("clientID", "dape");
        Launch launch = Launch.executable("native").with("initCommands", List.of("no-such-command"));
        try (DebugSession session = DebugSession.open(EmbeddedServer.start(), dape, launch)) {
            session.start().exited(0);
            assertThat(console(session)).contains("The command 'no-such-command' of 'initCommands' failed");
        }
    }

    @Test
    void lldbDapsQuietOnesAreShownWhenTheyFail() {
        List<String> commands = List.of("?print 6 * 7", "? print no_such_name", "print 2 * 4");
        try (DebugSession session =
                DebugSession.open(Launch.executable("native").with("initCommands", commands))) {
            session.start().exited(0);
            assertThat(console(session)).contains("$2 = 8").doesNotContain("42");
            assertThat(session.output(output -> true).category("important"))
                    .contains("The command 'print no_such_name' of 'initCommands' failed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "initCommands   | run                | 'run' is not carried out here",
                "preRunCommands | start              | 'start' is not carried out here",
                "preRunCommands | -exec-run          | would take the program from this session",
                "postRunCommands| kill               | 'kill' is not carried out here",
                "postRunCommands| continue           | would take the program from this session",
                "initCommands   | python             | takes more lines than one",
                "initCommands   | define hello       | takes more lines than one",
                "exitCommands   | file /bin/true     | 'file' is not carried out here"
            })
    void whatWouldBreakTheSessionIsRefused(String attribute, String command, String why) {
        try (DebugSession session =
                DebugSession.open(Launch.executable("native").with(attribute.strip(), List.of(command)))) {
            session.start().exited(0);
            assertThat(session.output(output -> true).category("important"))
                    .contains("The command '" + command + "' of '" + attribute.strip() + "' failed: ")
                    .contains(why);
            assertThat(session.output(output -> true).ofDebuggee()).contains("last 26");
        }
    }

    @Test
    void whatASessionNeedsIsSetAgain() {
        Launch launch = Launch.executable("spin").with("initCommands", List.of("set mi-async off", "set non-stop on"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            session.breakAt("main.c@tick");
            session.stopped("breakpoint").at("main.c@tick");
        }
    }

    @Test
    void argumentsAndEnvironmentMayBeSetInGdb() {
        List<String> commands = List.of("set args 'of GDB'", "set environment ECHO_A=1");
        Launch launch = Launch.executable("echo").args("ours").with("initCommands", commands);
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            assertThat(session.output(output -> true).ofDebuggee())
                    .contains("argument " + hex("ours") + "\nargument " + hex("of GDB") + "\n")
                    .contains("environment " + hex("ECHO_A=1") + "\n");
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aShellReadsNothingOfTheSession() {
        Launch launch = Launch.executable("native").with("initCommands", List.of("shell cat; echo shell", "!echo too"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            assertThat(console(session)).contains("\nshell\n", "\ntoo\n");
        }
    }

    @Test
    void aCommandOfTheShellThatFailsIsToldOf() {
        List<Object> commands = List.of(
                "!echo >&2 gone; exit 3", Json.object("text", "!exit 4", "ignoreFailures", true), "!kill -9 $$");
        try (DebugSession session =
                DebugSession.open(Launch.executable("native").with("initCommands", commands))) {
            session.start().exited(0);
            assertThat(console(session)).contains("(gdb) !echo >&2 gone; exit 3\ngone\n");
            assertThat(session.output(output -> true).category("important")).isEqualTo("""
                            The command '!echo >&2 gone; exit 3' of 'initCommands' failed: The shell's command ended with status 3.
                            The command '!kill -9 $$' of 'initCommands' failed: The shell's command ended with the signal 9.
                            """);
        }
    }

    @Test
    void aProcessThatIsAttachedToStandsForThem() {
        try (RunningProgram spin = Launch.executable("spin").run().printed("running")) {
            Launch attach = Launch.attach(spin)
                    .with("postRunCommands", List.of("info inferiors"))
                    .with("exitCommands", List.of("print 6 * 7"));
            try (DebugSession session = DebugSession.open(attach)) {
                session.start().output(output -> output.category("console").contains("process " + spin.pid()));
                session.disconnect(new JsonObject());
                session.output(output -> output.category("console").contains("(gdb) print 6 * 7\n$1 = 42\n"));
            }
        }
    }

    @Test
    void aRestartRepeatsAllButTheFirst() {
        Launch launch = Launch.executable("steps")
                .with("initCommands", List.of("echo first\\n"))
                .with("preRunCommands", List.of("echo before\\n"))
                .with("postRunCommands", List.of("echo behind\\n"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.c@second");
            Stop stop = session.start().stopped("breakpoint");
            session.ask(
                    "evaluate",
                    Json.object(
                            "expression",
                            "-exec print 1",
                            "context",
                            "repl",
                            "frameId",
                            stop.top().id()));
            session.ask("restart", new JsonObject());
            session.resume(session.stopped("breakpoint").at("main.c@second"));
            session.exited(0);
            assertThat(console(session).lines().filter(line -> line.matches("first|before|behind")))
                    .containsExactly("first", "before", "behind", "before", "behind");
        }
    }

    private static String console(DebugSession session) {
        Output output = session.output(all -> true);
        return output.category("console");
    }
}
