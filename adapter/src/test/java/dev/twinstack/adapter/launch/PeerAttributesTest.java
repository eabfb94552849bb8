package dev.twinstack.adapter.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of each name that VS Code and other debug adapters have, and that does nothing here. */
class PeerAttributesTest {
    private static final String LAUNCH = "{\"program\": \"/bin/true\"%s}";
    private static final String ATTACH = "{\"processId\": 1%s}";
    private static final String CORE = "{\"program\": \"/bin/true\", \"coreFile\": \"/tmp/core\"%s}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type request name presentation preLaunchTask postDebugTask internalConsoleOptions debugServer serverReadyAction",
                "linux osx windows suppressMultipleSessionWarning clientOS order purpose token __sessionId command", // VS Code, Kate
                "avoidWindowsConsoleRedirection logging showDisplayString stopAtConnect svdPath symbolSearchPath symbolOptions",
                "targetArchitecture", // cppdbg
                "gdbAsync steppingResponseTimeout updateThreadInfo verbose", // cdt-gdb-adapter
                "debugAdapterArgs debugAdapterEnv debugAdapterExecutable debugAdapterHostname debugAdapterPort debuggerRoot",
                "detachOnError displayExtendedBacktrace enableAutoVariableSummaries enableSyntheticChildDebugging platformName",
                "targetTriple timeout", // lldb-dap
                "debugAdapterPath debugAdapterPython debugLauncherPython gevent logToFile redirectOutput showReturnValue",
                "steppingResumesAllThreads" // debugpy
            })
    void needNothingDone(String names) {
        String given =
                Stream.of(names.split(" ")).map(PeerAttributesTest::given).collect(Collectors.joining());
        assertThat(ofLaunch(LAUNCH.formatted(given))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "args",
                "arguments",
                "code",
                "console",
                "disableSTDIO",
                "env",
                "environment",
                "envFile",
                "externalConsole",
                "module",
                "noDebug",
                "python",
                "pythonArgs",
                "runInTerminal",
                "stdio"
            })
    void areOfALaunch(String name) {
        assertThat(ofAttach(ATTACH.formatted(given(name))))
                .containsExactly(lost(name, "it is for a program that is launched."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopAtEntry", "stopOnEntry"})
    void areOfAProgramThatRuns(String name) {
        assertThat(ofLaunch(CORE.formatted(given(name)))).containsExactly(lost(name, "it is for a program that runs."));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "processId, it is for the request 'attach'.",
                "pid, it is for the request 'attach'.",
                "waitFor, it is for the request 'attach'.",
                "waitForTimeout, it is for the request 'attach'.",
                "sysroot, it is for a core file or a target.",
                "solibSearchPath, it is for a core file or a target; elsewhere give GDB 'set solib-search-path …' in 'initCommands'.",
                "additionalSOLibSearchPath, give GDB 'set solib-search-path …' in 'initCommands'.",
                "customLaunchSetupCommands, give GDB's commands as",
                "deploySteps, VS Code's 'preLaunchTask' runs what",
                "dumpPath, 'coreFile' names a core file of Linux",
                "hardwareBreakpoints, mode 'hardware' is chosen with the breakpoint itself",
                "launchCompleteCommand, always runs when the configuration is done",
                "symbolLoadInfo, the symbols of every library are loaded",
                "unknownBreakpointHandling, of 'initCommands' stop the program",
                "variables, they are for 'deploySteps'",
                "visualizerFile, GDB's pretty-printers show C++ types",
                "auxiliaryGdb, one GDB takes commands while the program runs",
                "customResetCommands, give GDB's commands as",
                "hardwareBreakpoint, mode 'hardware' is chosen with the breakpoint itself",
                "imageAndSymbols, give GDB 'load' and 'add-symbol-file' in 'postRunCommands'",
                "openGdbConsole, takes GDB's commands behind '-exec'",
                "attachCommands, give GDB's commands as",
                "commandEscapePrefix, takes GDB's commands behind '-exec'",
                "customFrameFormat, frames are named by function and arguments",
                "customThreadFormat, threads are named as the program names them",
                "launchCommands, give GDB's commands as",
                "shellExpandArguments, a shell expands 'args' when",
                "sourcePath, 'sourceMap' says where the sources are",
                "stopCommands, give GDB's commands as",
                "terminateCommands, give GDB's commands as",
                "autoReload, no code is loaded anew while the program runs",
                "connect, debugpy is not involved; give the 'processId'",
                "django, lines of templates take no breakpoints here",
                "jinja, lines of templates take no breakpoints here",
                "listen, debugpy is not involved; give the 'processId'",
                "pyramid, lines of templates take no breakpoints here",
                "sudo, start Twinstack itself as that user"
            })
    void areMissed(String name, String why) {
        assertThat(ofLaunch(LAUNCH.formatted(given(name))))
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .startsWith(lost(name, ""))
                        .contains(why)
                        .endsWith("."));
    }

    @Test
    void areNotMissedWhereTheySayNothing() {
        assertThat(ofLaunch(LAUNCH.formatted(
                        ", \"sudo\": false, \"deploySteps\": [], \"variables\": {}, \"sourcePath\": \"\"")))
                .isEmpty();
    }

    private static String given(String name) {
        return ", \"" + name + "\": \"1\"";
    }

    private static String lost(String name, String why) {
        return "The attribute '" + name + "' has no effect here: " + why;
    }

    private static List<String> ofLaunch(String json) {
        return LaunchArguments.ofLaunch(AsReceived.attributes(json)).settings().warnings();
    }

    private static List<String> ofAttach(String json) {
        return LaunchArguments.ofAttach(AsReceived.attributes(json)).settings().warnings();
    }
}
