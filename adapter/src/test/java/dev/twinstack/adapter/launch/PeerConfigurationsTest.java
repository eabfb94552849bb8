package dev.twinstack.adapter.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.launch.attributes.GdbCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations as the documentation of other debug adapters shows them, read with no edit beyond {@code type}. */
class PeerConfigurationsTest {
    @TempDir
    private Path directory;

    @Test
    void readsOneOfCppdbg() {
        Launch launch = launch("""
                {"name": "(gdb) Launch", "type": "twinstack", "request": "launch", "program": "/tmp/a.out",
                 "args": ["one", "two"], "stopAtEntry": true, "cwd": "/tmp",
                 "environment": [{"name": "A", "value": "1"}], "externalConsole": false, "MIMode": "gdb",
                 "miDebuggerPath": "/usr/bin/gdb", "miDebuggerArgs": "-iex 'set auto-load off'",
                 "logging": {"engineLogging": false}, "preLaunchTask": "C/C++: gcc build active file",
                 "sourceFileMap": {"/build": {"editorPath": "/src", "useForBreakpoints": false}, "/gen": "/out"},
                 "setupCommands": [
                   {"description": "Enable pretty-printing for gdb", "text": "-enable-pretty-printing", "ignoreFailures": true},
                   {"description": "Set Disassembly Flavor to Intel", "text": "-gdb-set disassembly-flavor intel"}]}""");

        assertThat(launch.args()).containsExactly("one", "two");
        assertThat(launch.stopOnEntry()).isTrue();
        assertThat(launch.environment()).containsExactly(entry("A", "1"));
        assertThat(launch.console()).isEqualTo(Console.INTERNAL);
        assertThat(launch.settings().gdb()).isEqualTo("/usr/bin/gdb");
        assertThat(launch.settings().gdbArgs()).containsExactly("-iex", "set auto-load off");
        assertThat(launch.settings().sourceMap())
                .containsExactly(
                        new SourceMap.Entry("/build", "/src", false), new SourceMap.Entry("/gen", "/out", true));
        assertThat(launch.settings().commands().init())
                .containsExactly(
                        new GdbCommand("setupCommands", "-enable-pretty-printing", true, false),
                        new GdbCommand("setupCommands", "-gdb-set disassembly-flavor intel", false, false));
        assertThat(launch.settings().warnings()).isEmpty();
    }

    @Test
    void whatIsEmptyInOneOfCppdbgIsLeftOut() {
        Launch launch = launch("""
                {"type": "twinstack", "request": "launch", "program": "/tmp/a.out", "cwd": "/tmp", "MIMode": "gdb", "miDebuggerPath": "",
                 "miDebuggerArgs": "", "coreDumpPath": "", "miDebuggerServerAddress": "", "debugServerPath": "", "debugServerArgs": "",
                 "serverStarted": "", "visualizerFile": "", "envFile": "", "processId": ""}""");

        assertThat(launch.settings().gdb()).isNull();
        assertThat(launch.settings().warnings()).isEmpty();
    }

    @Test
    void readsACoreFileOfCppdbg() {
        Core core = (Core) LaunchArguments.ofLaunch(AsReceived.attributes("""
                {"type": "twinstack", "request": "launch", "program": "/tmp/a.out", "args": [], "stopAtEntry": false,
                 "cwd": "/tmp", "environment": [], "externalConsole": false, "coreDumpPath": "/tmp/core",
                 "MIMode": "gdb", "setupCommands": [{"text": "set print pretty on"}]}"""));

        assertThat(core.coreFile()).isEqualTo("/tmp/core");
        assertThat(core.settings().commands().init()).hasSize(1);
        assertThat(core.settings().warnings()).isEmpty();
    }

    @Test
    void readsOneOfCdtGdbAdapter() {
        Launch launch = launch("""
                {"type": "twinstack", "request": "launch", "gdb": "gdb", "gdbArguments": ["-q"], "cwd": "/tmp",
                 "program": "/tmp/a.out", "arguments": "one 'two three' <in.txt", "environment": {"A": "1", "B": null},
                 "initCommands": ["set print pretty on"], "preRunCommands": ["info line main", " "], "verbose": true,
                 "gdbAsync": true, "gdbNonStop": false, "openGdbConsole": false, "logFile": "gdb.log"}""");

        assertThat(launch.args()).isEmpty();
        assertThat(launch.shellArgs()).isEqualTo("one 'two three' <in.txt");
        assertThat(launch.environment()).containsExactly(entry("A", "1"), entry("B", null));
        assertThat(launch.settings().logFile()).isEqualTo(Path.of("/tmp/gdb.log"));
        assertThat(launch.settings().commands().preRun())
                .containsExactly(new GdbCommand("preRunCommands", "info line main", false, false));
        assertThat(launch.settings().warnings()).isEmpty();
    }

    @Test
    void readsOneOfLldbDap() {
        Launch launch = launch("""
                {"type": "twinstack", "request": "launch", "program": "/tmp/a.out", "args": ["one"], "cwd": "/tmp",
                 "env": ["A=1=2", "B"], "stopOnEntry": false, "disableASLR": false, "console": "integratedTerminal",
                 "stdio": [null, "out.txt"], "sourceMap": [["/build", "/src"]], "initCommands": ["help"],
                 "preInitCommands": ["help list"], "postRunCommands": ["info threads"], "exitCommands": ["help quit"],
                 "enableAutoVariableSummaries": true, "timeout": 30}""");

        assertThat(launch.environment()).containsExactly(entry("A", "1=2"), entry("B", ""));
        assertThat(launch.console()).isEqualTo(Console.INTEGRATED);
        assertThat(launch.streams().redirection()).isEqualTo("exec >'/tmp/out.txt' 2>&1\n");
        assertThat(launch.settings().commands().init())
                .extracting(GdbCommand::text)
                .containsExactly("set disable-randomization off", "help list", "help");
        assertThat(launch.settings().warnings()).isEmpty();
    }

    @Test
    void readsARemoteOneOfLldbDap() {
        String json = "{\"gdb-remote-hostname\": \"board\", \"gdb-remote-port\": 1234, \"program\": \"a\"}";
        Remote remote = (Remote) LaunchArguments.ofAttach(AsReceived.attributes(json));
        assertThat(remote.address()).isEqualTo(new RemoteAddress("board:1234", false));
        assertThat(remote.settings().warnings()).isEmpty();
    }

    @Test
    void readsARemoteOneOfCdtGdbAdapter() {
        String json = """
                {"type": "twinstack", "request": "launch", "program": "/p/a", "cwd": "/tmp", "gdb": "arm-none-eabi-gdb",
                 "preConnectCommands": ["set tcp auto-retry on"], "initCommands": ["monitor reset halt"], "preRunCommands": ["load"],
                 "environment": {"A": "1", "B": "2"},
                 "target": {"type": "extended-remote", "server": "openocd", "serverParameters": ["-f", "board.cfg"],
                   "cwd": "boards", "environment": {"B": null}, "serverStartupDelay": 250,
                   "serverPortRegExp": "on port ([0-9]+) for gdb", "portDetectionTimeout": 500, "automaticallyKillServer": false}}""";
        Remote remote = (Remote) LaunchArguments.ofLaunch(AsReceived.attributes(json));
        assertThat(remote.address().at("3333")).isEqualTo(new RemoteAddress("localhost:3333", true));
        StubServer server = remote.server();
        assertThat(server.command()).containsExactly("openocd", "-f", "board.cfg");
        assertThat(server.directory()).isEqualTo(Path.of("/tmp/boards"));
        assertThat(server.environment()).containsExactly(entry("A", "1"), entry("B", null));
        assertThat(server.listens().pattern()).isEqualTo("on port ([0-9]+) for gdb");
        assertThat(server.patience()).isEqualTo(Duration.ofMillis(500));
        assertThat(server.delay()).isEqualTo(Duration.ofMillis(250));
        assertThat(server.ends()).isFalse();
        assertThat(remote.settings().commands().init())
                .extracting(GdbCommand::attribute)
                .containsExactly("preConnectCommands");
        assertThat(remote.settings().commands().connected())
                .extracting(GdbCommand::attribute)
                .containsExactly("initCommands", "preRunCommands");
        assertThat(remote.settings().warnings()).isEmpty();
    }

    @Test
    void whatHasNoMeaningInATargetIsTold() {
        String json = """
                {"program": "/p/a", "cwd": "/tmp",
                 "target": {"port": 1, "hots": "board", "uart": {"serialPort": "/dev/ttyS0"}, "serverDisconnectTimeout": 500}}""";
        Remote remote = (Remote) LaunchArguments.ofLaunch(AsReceived.attributes(json));
        assertThat(remote.settings().warnings())
                .containsExactlyInAnyOrder(
                        "The attribute 'target.hots' is not known and has no effect. Did you mean 'target.host'?",
                        "The attribute 'target.uart' has no effect here: the program's output is not read from a serial line.");
    }

    @Test
    void readsARemoteOneOfCppdbg() {
        String json = """
                {"type": "twinstack", "request": "launch", "program": "/p/a", "args": [], "cwd": "/tmp", "MIMode": "gdb",
                 "miDebuggerServerAddress": "localhost:1234", "debugServerPath": "bin/server", "debugServerArgs": "-p '1 2' \\"3 \\\\\\"4\\\\\\"\\"",
                 "serverStarted": "ready", "filterStdout": true, "filterStderr": true, "serverLaunchTimeout": 5000,
                 "postRemoteConnectCommands": [{"text": "load"}]}""";
        Remote remote = (Remote) LaunchArguments.ofLaunch(AsReceived.attributes(json));
        assertThat(remote.address()).isEqualTo(new RemoteAddress("localhost:1234", false));
        assertThat(remote.server().command()).containsExactly("/tmp/bin/server", "-p", "1 2", "3 \"4\"");
        assertThat(remote.server().listens().pattern()).isEqualTo("ready");
        assertThat(remote.server().patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(remote.server().ends()).isTrue();
        assertThat(remote.settings().commands().connected())
                .containsExactly(new GdbCommand("postRemoteConnectCommands", "load", false, false));
        assertThat(remote.settings().warnings()).isEmpty();
    }

    @Test
    void readsOneOfGdbsOwn() {
        Launch launch = launch("""
                {"program": "/tmp/a.out", "args": ["one"], "env": {"A": "1"}, "cwd": "/tmp", "stopOnEntry": false, "stopAtBeginningOfMainSubprogram": true}""");
        assertThat(launch.stopOnEntry()).isTrue();
        assertThat(launch.settings().warnings()).isEmpty();
    }

    @Test
    void readsOneOfDebugpy() throws IOException {
        Path file = Files.writeString(
                directory.resolve("local.env"),
                "\uFEFFexport A=one # remark\n# theirs\nB=two \n\nC=\"three\\nfour\"\nno variable\nD=\nE='five # kept' # remark\nF=\"six \\\"seven\\\"\"\n");
        Launch launch = launch("""
                {"name": "Python Debugger", "type": "twinstack", "request": "launch", "module": "app",
                 "python": ["/usr/bin/python3", "-X", "dev"], "pythonArgs": ["-B"], "console": "externalTerminal",
                 "env": {"B": "ours"}, "envFile": "%s", "redirectOutput": true, "showReturnValue": true, "django": false,
                 "pathMappings": [{"localRoot": "/src", "remoteRoot": "/app"}], "cwd": "/tmp"}""".formatted(file));

        assertThat(launch.python()).isEqualTo("/usr/bin/python3");
        assertThat(launch.pythonArgs()).containsExactly("-X", "dev", "-B");
        assertThat(launch.console()).isEqualTo(Console.EXTERNAL);
        assertThat(launch.environment())
                .containsExactly(
                        entry("A", "one"),
                        entry("B", "ours"),
                        entry("C", "three\nfour"),
                        entry("D", ""),
                        entry("E", "five # kept"),
                        entry("F", "six \"seven\""));
        assertThat(launch.settings().warnings())
                .containsExactly("Line 6 of '" + file + "' is not NAME=VALUE, and is passed over.");
    }

    @Test
    void readsOneOfKate() {
        Launch launch =
                launch("{\"command\": \"launch\", \"program\": \"/tmp/a.py\", \"args\": [\"one\"], \"cwd\": \"/tmp\"}");
        assertThat(launch.args()).containsExactly("one");
        assertThat(launch.settings().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"visualizerFile\": \"a.natvis\" | 'visualizerFile' has no effect here: Natvis files are not read",
                "\"sudo\": true                   | 'sudo' has no effect here: start Twinstack itself as that user",
                "\"MIMode\": \"lldb\"             | 'MIMode' has no effect here: the debugger is GDB, not lldb",
                "\"processId\": 12                | 'processId' has no effect here: it is for the request 'attach'",
                "\"arguments\": [\"b\"]           | The attributes 'args' and 'arguments' mean the same here, of which 'args' is",
                "\"args\": [\"<\", \"in.txt\"]    | The argument '<' reaches the program as it is; files for its standard"
            })
    void tellsWhatIsLost(String attribute, String sentence) {
        String args = attribute.contains("\"args\"") ? "" : ", \"args\": []";
        List<String> warnings = launch("{\"program\": \"/tmp/a\"" + args + ", " + attribute + "}")
                .settings()
                .warnings();
        assertThat(warnings).singleElement().asString().contains(sentence);
    }

    private static Launch launch(String json) {
        return (Launch) LaunchArguments.ofLaunch(AsReceived.attributes(json));
    }
}
