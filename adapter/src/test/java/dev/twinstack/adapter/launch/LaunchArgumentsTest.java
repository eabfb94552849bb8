package dev.twinstack.adapter.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import dev.twinstack.adapter.launch.attributes.CodeRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchArgumentsTest {
    @TempDir
    private Path directory;

    @Test
    void readsWhatAPythonProgramNeeds() {
        Launch launch = read("""
                {"program": "/p/a.py", "python": "/usr/bin/python3", "args": ["x", 1, true], "cwd": "/tmp",
                 "env": {"A": "1", "B": null}, "stopOnEntry": true, "gdb": "/opt/gdb"}""");

        assertThat(launch.program()).isEqualTo("/p/a.py");
        assertThat(launch.args()).containsExactly("x", "1", "true");
        assertThat(launch.environment()).containsExactly(entry("A", "1"), entry("B", null));
        assertThat(launch.stopOnEntry()).isTrue();
        assertThat(launch.settings().gdb()).isEqualTo("/opt/gdb");
        assertThat(launch.settings().warnings()).isEmpty();
    }

    @Test
    void whatNoProgramCanBeIsRefused() throws IOException {
        refused("{'program': '/a\\u0000b'}", "'program' contains a NUL character");
        refused("{'program': '/bin/true', 'args': ['\\u0000']}", "'args' contains a NUL character");
        refused("{'program': '/bin/true', 'cwd': '/etc/passwd'}", "The working directory '/etc/passwd' is no folder");
        byte[] foreign = Files.readAllBytes(Path.of("/bin/true"));
        foreign[18] = 22; // e_machine: s390
        Path program = Files.write(directory.resolve("program"), foreign);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        refused("{'program': '" + program + "'}", "' is built for the ELF machine 22, and this machine is ");
    }

    @Test
    void aSourceThatPythonCannotRunIsRefused() throws IOException {
        Path source = Files.writeString(directory.resolve("fast.c"), "int fast;");
        String interpreter = ", 'python': '/usr/bin/python3'}";
        refused(
                "{'program': '" + source + "'" + interpreter,
                "/fast.c' is no source of Python's; name the Python file");
        Path script = Files.writeString(directory.resolve("a.cgi"), "print()");
        assertThat(Program.of(read(("{'program': '" + script + "'" + interpreter).replace('\'', '"')))
                        .arguments())
                .containsExactly(script.toString());
    }

    @Test
    void aFileOfAnythingElseThanVariablesIsToldInAFewSentences() throws IOException {
        Path file = Files.writeString(directory.resolve("notes"), "nothing\n".repeat(9));
        Launch launch = read("{\"program\": \"a.py\", \"envFile\": \"" + file + "\"}");
        assertThat(launch.settings().warnings()).hasSize(6).last().asString().startsWith("4 more lines of");
    }

    @Test
    void aUsualFileOfVariablesMayBeMissing() {
        Path file = directory.resolve(".env");
        Launch launch = read("{\"program\": \"a.py\", \"envFile\": \"" + file + "\"}");
        assertThat(launch.environment()).isEmpty();
        assertThat(launch.settings().warnings())
                .containsExactly(
                        "There is no file '" + file + "', which 'envFile' names, so no variables are set from it.");
    }

    @Test
    void whatIsNoPythonIsNotTakenForOne() throws IOException {
        refused("{'code': 'pass', 'python': '/bin/ls'}", "'/bin/ls' does not start a Python");
        refused("{'code': 'pass', 'python': '/bin/sh'}", "'/bin/sh' does not start a Python");
        Path named = Files.copy(Path.of("/usr/bin/python3").toRealPath(), directory.resolve("py"));
        assertThat(Program.of(read("{\"code\": \"pass\", \"python\": \"" + named + "\"}"))
                        .executable())
                .isEqualTo(named);
    }

    private static void refused(String json, String words) {
        assertThatThrownBy(() -> Program.of(read(json.replace('\'', '"'))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words);
    }

    @Test
    void aTildeIsTheHomeDirectory() {
        String home = System.getenv("HOME");
        Launch launch = read("""
                {"program": "~/a.py", "cwd": "~", "gdb": "~user/gdb", "args": ["~/b"]}""");

        assertThat(launch.program()).isEqualTo(home + "/a.py");
        assertThat(launch.settings().cwd()).hasToString(home);
        assertThat(launch.settings().gdb()).isEqualTo(home + "/~user/gdb");
        assertThat(launch.args()).containsExactly("~/b");
    }

    @Test
    void aTildeIsSoInEachPath() {
        String home = System.getenv("HOME");
        Launch launch = read("""
                {"program": "a.py", "python": ["~/python", "~/x"], "stdio": ["~/in", null], "logFile": "~/log",
                 "sourceMap": {"~/built": "~/src"}, "rules": [{"path": "~/mine/**", "include": true}]}""");

        assertThat(launch.python()).isEqualTo(home + "/python");
        assertThat(launch.pythonArgs()).containsExactly("~/x");
        assertThat(launch.streams().input()).hasToString(home + "/in");
        assertThat(launch.settings().logFile()).hasToString(home + "/log");
        assertThat(launch.settings().sourceMap()).containsExactly(new SourceMap.Entry(home + "/built", home + "/src"));
        assertThat(launch.settings().rules()).containsExactly(new CodeRule(home + "/mine/**", null, true));
        Core core = (Core) LaunchArguments.ofAttach(Map.of("coreFile", "~/core", "solibSearchPath", "/lib:~"));
        assertThat(core.coreFile()).isEqualTo(home + "/core");
        assertThat(core.libraries().searchPath()).containsExactly(Path.of("/lib"), Path.of(home));
        Attach attach = (Attach) LaunchArguments.ofAttach(Map.of("waitFor", "~/server"));
        assertThat(attach.waitFor()).isEqualTo(home + "/server");
    }

    @Test
    void behindAPipeATildeIsOnlyInPathsOfThisMachine() {
        String home = System.getenv("HOME");
        Launch launch = read("""
                {"program": "~/a.py", "pipe": {"pipeProgram": "~/bin/reach"}, "logFile": "~/log", "sourceMap": {"~/built": "~/src"}}""");

        assertThat(launch.program()).isEqualTo("~/a.py");
        assertThat(launch.settings().pipe().command()).containsExactly(home + "/bin/reach");
        assertThat(launch.settings().logFile()).hasToString(home + "/log");
        assertThat(launch.settings().sourceMap()).containsExactly(new SourceMap.Entry("~/built", home + "/src"));
    }

    @Test
    void numbersAmongTheArgumentsKeepTheirText() {
        assertThat(read("{\"program\": \"/p\", \"args\": [5.0, 1.5, 1e3, -7]}").args())
                .containsExactly("5", "1.5", "1000", "-7");
    }

    @Test
    void theLengthOfStringsIsAWholeNumber() {
        assertThat(read("{\"program\": \"/p\", \"maxStringLength\": 1000.0}")
                        .settings()
                        .maxStringLength())
                .isEqualTo(1000);
        assertThat(read("{\"program\": \"/p\"}").settings().maxStringLength()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "2.5", "100001", "\"250\"", "true"})
    void aLengthOfStringsThatCannotBeIsRefused(String value) {
        assertThatThrownBy(() -> read("{\"program\": \"/p\", \"maxStringLength\": " + value + "}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'maxStringLength' must be a whole number from 1 to 100000, but it is " + value);
    }

    @Test
    void readsTheNamesThatOtherAdaptersTaught() {
        Launch launch = read("""
                {"program": "/p/a", "arguments": ["x"], "environment": [{"name": "A", "value": "1"}],
                 "stopAtEntry": true, "miDebuggerPath": "/opt/gdb"}""");

        assertThat(launch.args()).containsExactly("x");
        assertThat(launch.environment()).containsExactly(entry("A", "1"));
        assertThat(launch.stopOnEntry()).isTrue();
        assertThat(launch.settings().gdb()).isEqualTo("/opt/gdb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sourceMap\": {\"/build\": \"/src\"}",
                "\"sourceMap\": [[\"/build\", \"/src\"]]",
                "\"sourceFileMap\": {\"/build\": {\"editorPath\": \"/src\"}}",
                "\"pathMappings\": [{\"localRoot\": \"/src\", \"remoteRoot\": \"/build\"}]",
                "\"substitutePath\": [{\"from\": \"/src\", \"to\": \"/build\"}]"
            })
    void readsPathMapsInEveryShape(String attribute) {
        assertThat(read("{\"program\": \"/p\", " + attribute + "}").settings().sourceMap())
                .containsExactly(new SourceMap.Entry("/build", "/src"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"program\": \"\"}                         | but none is given",
                "{}                                          | exactly one of 'program', 'module' and 'code', but none is given; name the one to debug.",
                "{\"programm\": \"a\", \"pyhton\": \"b\"} | Did you mean 'program' by 'programm'? Did you mean 'python' by 'pyhton'?",
                "{\"program\": \"a\", \"module\": \"b\"}     | but 2 are given",
                "{\"program\": [\"a\"]}                      | 'program' must be a string",
                "{\"program\": \"a\", \"args\": {\"b\": 1}}     | 'args' must be a list of strings, but it is {\"b\":1}.",
                "{\"program\": \"a\", \"args\": 7}     | 'args' must be a list of strings, but it is 7.",
                "{\"program\": \"a\", \"gdbArgs\": true}     | 'gdbArgs' must be a list of strings, but it is true.",
                "{\"program\": \"a\", \"args\": \"b\\nc\"}     | 'args', of which a shell makes the program's arguments, must be one line",
                "{\"program\": \"a\", \"stdio\": \"b\"}     | 'stdio' must be a list of strings",
                "{\"program\": \"a\", \"stdio\": [null, null, null, \"b\"]} | 'stdio' takes at most three files",
                "{\"program\": \"a\", \"console\": \"xterm\"} | 'console' must be \"internalConsole\"",
                "{\"program\": \"a\", \"externalConsole\": \"yes\"} | 'externalConsole' must be true or false",
                "{\"program\": \"a\", \"initCommands\": \"list\"} | 'initCommands' must be a list of GDB's commands",
                "{\"program\": \"a\", \"setupCommands\": [{\"description\": \"b\"}]} | lacks 'text'",
                "{\"program\": \"a\", \"setupCommands\": [{\"text\": \"b\", \"ignoreFailures\": 1}]} | 'setupCommands.ignoreFailures' must be true or false",
                "{\"program\": \"a\", \"gdbArgs\": \"-ex 'list\"} | 'gdbArgs' has a quote that is not closed",
                "{\"program\": \"a\", \"debuginfod\": 1}     | 'debuginfod' must be true or false",
                "{\"program\": \"a\", \"envFile\": \"/no/such\"} | '/no/such' of environment variables cannot be read",
                "{\"program\": \"a\", \"stopOnEntry\": \"yes\"} | 'stopOnEntry' must be true or false",
                "{\"program\": \"a\", \"env\": 3}            | 'env' must be an object of strings, but it is 3.",
                "{\"program\": \"a\", \"sourceMap\": 3}      | 'sourceMap' must map paths to paths",
                "{\"program\": \"a\", \"maxStringLength\": -1} | but it is -1.",
                "{\"program\": \"a\", \"rules\": [{\"include\": true}]} | names either a path or a module",
                "{\"program\": \"a\", \"rules\": [{\"path\": \"b\", \"include\": 1}]} | 'rules.include' must be true or false",
                "{\"program\": \"a\", \"cwd\": \"/no/such\"} | '/no/such' does not exist"
            })
    void refusesWhatItCannotUse(String json, String why) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(UserError.class).hasMessageContaining(why);
    }

    @Test
    void warnsOfUnknownNamesWithTheNearestKnown() {
        assertThat(
                        read("{\"program\": \"a\", \"stopOnEntri\": true, \"zebra\": 1, \"type\": \"twinstack\", \"__id\": 1}")
                                .settings()
                                .warnings())
                .containsExactly(
                        "The attribute 'stopOnEntri' is not known and has no effect. Did you mean 'stopOnEntry'?",
                        "The attribute 'zebra' is not known and has no effect.");
    }

    private static Launch read(String json) {
        return Launch.read(new Attributes(AsReceived.attributes(json)));
    }
}
