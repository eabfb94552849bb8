package dev.twinstack.adapter.launch.attributes;

import java.util.Map;
import java.util.Set;

/**
 * Names that VS Code and other debug adapters (cppdbg, cdt-gdb-adapter, lldb-dap, debugpy) have, and that do nothing here. Those that need not do anything are
 * passed over in silence; where something that the user wants is lost, the user is told.
 */
final class PeerAttributes {
    /** Passed over: VS Code's own names, what is always so here, what is about another system, and the token, which was checked before. */
    private static final Set<String> VOID = Set.of(
            "type",
            "request",
            "name",
            "presentation",
            "preLaunchTask",
            "postDebugTask",
            "internalConsoleOptions",
            "debugServer",
            "serverReadyAction",
            "linux",
            "osx",
            "windows",
            "suppressMultipleSessionWarning",
            "clientOS",
            "order",
            "purpose",
            "token",
            // cppdbg
            "avoidWindowsConsoleRedirection",
            "filterStderr",
            "filterStdout",
            "logging",
            "serverLaunchTimeout",
            "showDisplayString",
            "stopAtConnect",
            "svdPath",
            "symbolSearchPath",
            "symbolOptions",
            "targetArchitecture",
            // cdt-gdb-adapter
            "gdbAsync",
            "steppingResponseTimeout",
            "target.serverDisconnectTimeout",
            "updateThreadInfo",
            "verbose",
            // lldb-dap
            "debugAdapterArgs",
            "debugAdapterEnv",
            "debugAdapterExecutable",
            "debugAdapterHostname",
            "debugAdapterPort",
            "debuggerRoot",
            "detachOnError",
            "displayExtendedBacktrace",
            "enableAutoVariableSummaries",
            "enableSyntheticChildDebugging",
            "platformName",
            "targetTriple",
            "timeout",
            // debugpy
            "debugAdapterPath",
            "debugAdapterPython",
            "debugLauncherPython",
            "gevent",
            "logToFile",
            "redirectOutput",
            "showReturnValue",
            "steppingResumesAllThreads",
            // Kate, which sends the request's name in the configuration
            "command");

    private static final String OF_LAUNCH = "it is for a program that is launched";
    private static final String OF_ATTACH = "it is for the request 'attach'";
    private static final String OF_CORE = "it is for a core file or a target";
    private static final String OF_SERVER = "it goes with 'miDebuggerServerAddress' or 'target'";
    private static final String TEMPLATES = "lines of templates take no breakpoints here";
    private static final String NO_DEBUGPY =
            "debugpy is not involved; give the 'processId', or the 'target' of a gdbserver";
    private static final String COMMANDS =
            "give GDB's commands as 'initCommands', 'preRunCommands', 'postRunCommands' or 'exitCommands'";

    private static final Map<String, String> LOST = Map.ofEntries(
            Map.entry("args", OF_LAUNCH),
            Map.entry("arguments", OF_LAUNCH),
            Map.entry("code", OF_LAUNCH),
            Map.entry("console", OF_LAUNCH),
            Map.entry("disableSTDIO", OF_LAUNCH),
            Map.entry("env", OF_LAUNCH),
            Map.entry("environment", OF_LAUNCH),
            Map.entry("envFile", OF_LAUNCH),
            Map.entry("externalConsole", OF_LAUNCH),
            Map.entry("module", OF_LAUNCH),
            Map.entry("noDebug", OF_LAUNCH),
            Map.entry("python", OF_LAUNCH),
            Map.entry("pythonArgs", OF_LAUNCH),
            Map.entry("runInTerminal", OF_LAUNCH),
            Map.entry("stdio", OF_LAUNCH),
            Map.entry("stopAtEntry", "it is for a program that runs"),
            Map.entry("stopOnEntry", "it is for a program that runs"),
            Map.entry("pid", OF_ATTACH),
            Map.entry("processId", OF_ATTACH),
            Map.entry("waitFor", OF_ATTACH),
            Map.entry("waitForTimeout", OF_ATTACH),
            Map.entry("sysroot", OF_CORE),
            Map.entry("solibSearchPath", OF_CORE + "; elsewhere give GDB 'set solib-search-path …' in 'initCommands'"),
            Map.entry("additionalSOLibSearchPath", "give GDB 'set solib-search-path …' in 'initCommands'"),
            // cppdbg
            Map.entry("customLaunchSetupCommands", COMMANDS),
            Map.entry("debugServerArgs", OF_SERVER),
            Map.entry("debugServerPath", OF_SERVER),
            Map.entry("deploySteps", "VS Code's 'preLaunchTask' runs what a program needs before it starts"),
            Map.entry("dumpPath", "dumps of Windows cannot be read; 'coreFile' names a core file of Linux"),
            Map.entry("hardwareBreakpoints", "a breakpoint's mode 'hardware' is chosen with the breakpoint itself"),
            Map.entry("launchCompleteCommand", "the program always runs when the configuration is done"),
            Map.entry("serverStarted", OF_SERVER),
            Map.entry("symbolLoadInfo", "the symbols of every library are loaded"),
            Map.entry("unknownBreakpointHandling", "GDB's own breakpoints of 'initCommands' stop the program"),
            Map.entry("variables", "they are for 'deploySteps', which have no effect either"),
            Map.entry("visualizerFile", "Natvis files are not read; GDB's pretty-printers show C++ types"),
            // cdt-gdb-adapter
            Map.entry("auxiliaryGdb", "one GDB takes commands while the program runs"),
            Map.entry("customResetCommands", COMMANDS),
            Map.entry("hardwareBreakpoint", "a breakpoint's mode 'hardware' is chosen with the breakpoint itself"),
            Map.entry("imageAndSymbols", "give GDB 'load' and 'add-symbol-file' in 'postRunCommands'"),
            Map.entry("openGdbConsole", "the debug console takes GDB's commands behind '-exec'"),
            Map.entry("target.connectCommands", COMMANDS),
            Map.entry("target.uart", "the program's output is not read from a serial line"),
            Map.entry("target.watchServerProcess", "a server that ends before it listens ends the session"),
            // lldb-dap
            Map.entry("attachCommands", COMMANDS),
            Map.entry("commandEscapePrefix", "the debug console takes GDB's commands behind '-exec'"),
            Map.entry("customFrameFormat", "frames are named by function and arguments"),
            Map.entry("customThreadFormat", "threads are named as the program names them"),
            Map.entry("launchCommands", COMMANDS),
            Map.entry("shellExpandArguments", "a shell expands 'args' when they are one text instead of a list"),
            Map.entry("sourcePath", "'sourceMap' says where the sources are"),
            Map.entry("stopCommands", COMMANDS),
            Map.entry("terminateCommands", COMMANDS),
            // debugpy
            Map.entry("autoReload", "no code is loaded anew while the program runs"),
            Map.entry("connect", NO_DEBUGPY),
            Map.entry("django", TEMPLATES),
            Map.entry("jinja", TEMPLATES),
            Map.entry("listen", NO_DEBUGPY),
            Map.entry("pyramid", TEMPLATES),
            Map.entry("sudo", "start Twinstack itself as that user"));

    private PeerAttributes() {}

    static boolean isVoid(String name) {
        return VOID.contains(name) || name.startsWith("__");
    }

    static boolean isLost(String name) {
        return LOST.containsKey(name);
    }

    /** What is told of a name that {@link #isLost}. */
    static String loss(String name) {
        return "The attribute '" + name + "' has no effect here: " + LOST.get(name) + ".";
    }
}
