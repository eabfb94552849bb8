package dev.twinstack.adapter.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A gdbserver on a port of the loopback that nobody else has; it ends with its one connection, and so does its program. */
public final class GdbServer implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Listening on port (\\d+)");

    private final RunningProgram server;
    private final String port;

    private GdbServer(TestProgram program, List<String> arguments, Map<String, String> environment) {
        this(
                program,
                environment,
                Stream.concat(Stream.of("gdbserver"), arguments.stream()).toList());
    }

    private GdbServer(TestProgram program, Map<String, String> environment, List<String> command) {
        server = RunningProgram.start(program, command, environment).printed("Listening on port");
        Matcher told = PORT.matcher(server.printed());
        told.find();
        port = told.group(1);
    }

    /** Holds the program before its first instruction. */
    public static GdbServer holding(Launch launch) {
        List<String> command = RunningProgram.command(launch.arguments());
        List<String> arguments = Stream.concat(Stream.of("--once", "localhost:0"), command.stream())
                .toList();
        return new GdbServer(launch.program(), arguments, launch.environment());
    }

    /** Holds a process that runs already. */
    public static GdbServer holding(RunningProgram running) {
        return new GdbServer(
                running.program(),
                Arrays.asList("--once", "--attach", "localhost:0", Long.toString(running.pid())),
                Map.of());
    }

    /** Holds nothing yet. */
    public static GdbServer idle(TestProgram program) {
        return new GdbServer(program, List.of("--once", "--multi", "localhost:0"), Map.of());
    }

    /** A simple stub for an architecture by GDB's name. As many stubs of boards and emulators, it cannot be driven thread by thread. */
    public static GdbServer simple(TestProgram program, String architecture) {
        return stub(program, architecture);
    }

    /** As {@link #simple}, for one connection only. */
    public static GdbServer simpleOnce(TestProgram program, String architecture) {
        return stub(program, architecture, "once");
    }

    /** A simple stub whose program can go back from where it stands, by sixteen instructions. */
    public static GdbServer reversible(TestProgram program) {
        return stub(program, "i386:x86-64", "reverse");
    }

    private static GdbServer stub(TestProgram program, String... arguments) {
        String script =
                Repository.ROOT.resolve("adapter/src/test/resources/stub.py").toString();
        return new GdbServer(
                program,
                Map.of(),
                Stream.concat(Stream.of("python3", script), Stream.of(arguments))
                        .toList());
    }

    /** A {@code unix} socket or a {@code serial} line that leads to it; it prints its path. */
    public RunningProgram line(String kind) {
        String script =
                Repository.ROOT.resolve("adapter/src/test/resources/line.py").toString();
        String socket = Files.nowhere("socket").toString();
        List<String> way = kind.equals("unix") ? List.of(kind, socket) : List.of(kind);
        List<String> command = Stream.of(List.of("python3", script), way, List.of(port))
                .flatMap(List::stream)
                .toList();
        return RunningProgram.start(command.toArray(String[]::new)).printed("ready at ");
    }

    /** Where it listens. */
    public String address() {
        return "localhost:" + port;
    }

    /** The debugging of what it holds, by a launch whose files are those of this machine. */
    public Launch launch() {
        return Launch.of("launch", server.program()).with("target", address()).with("sysroot", "/");
    }

    /** The debugging of what it holds, by an attach whose files are those of this machine. */
    public Launch attach() {
        return Launch.of("attach", server.program()).with("target", address()).with("sysroot", "/");
    }

    /** The server as a process, with what it and its program have printed. */
    public RunningProgram process() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
