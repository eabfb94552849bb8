package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.launch.Console;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.Debuggee;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchScript;
import dev.twinstack.adapter.launch.Program;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.GdbPipe;
import dev.twinstack.mi.GdbPlace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The machine at the other end of a pipe, whose files and processes only GDB sees. */
final class PipedMachine implements Machine {
    private final GdbPipe pipe;
    private final SessionThread thread;
    private final Gdb gdb;
    private final MachineOperations operations;
    private final Consumer<String> tell;

    /** {@code tell} gets what the user is to know. */
    PipedMachine(GdbPipe pipe, SessionThread thread, Gdb gdb, Helpers helpers, Consumer<String> tell) {
        this.pipe = pipe;
        this.thread = thread;
        this.gdb = gdb;
        this.operations = new MachineOperations(helpers);
        this.tell = tell;
    }

    @Override
    public Supplier<Debuggee> debuggee(Launch launch) {
        if (launch.console() != Console.INTERNAL) {
            tell.accept("Through a pipe the program reads and writes in the debug console, and not in a terminal of"
                    + " the client's.");
        }
        return () -> {
            Path cwd = start(gdb).resolve(launch.cwd()).normalize();
            MachineOperations.Found found = operations.debuggee(launch, cwd);
            return Program.elsewhere(
                    launch, Path.of(found.directory()), Path.of(found.executable()), found.target(), found.python());
        };
    }

    /** The directory in which the pipe begins. */
    static Path start(Gdb gdb) {
        return Path.of(gdb.place().start());
    }

    /** The environment in which the pipe begins; only the locale of GDB is another, so LC_ALL is handed on as the program is to get it back. */
    @Override
    public Map<String, String> environment() {
        GdbPlace place = gdb.place();
        Map<String, String> environment = new HashMap<>(place.environment());
        environment.put(LaunchScript.REPLACED_LOCALE, environment.getOrDefault("LC_ALL", ""));
        return environment;
    }

    @Override
    public Path directory() {
        return Path.of(gdb.place().directory());
    }

    @Override
    public CompletableFuture<?> open(DebuggeeTerminal terminal) {
        terminal.openThrough(
                pipe,
                gdb.place().directory(),
                connected -> gdb.awaitOther("the connection of the program's terminal", connected));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Supplier<RunningProcess> process(long pid, String place) {
        return () -> new PipedProcess(pid, operations.process(pid, place), tell);
    }

    @Override
    public HeldChildren children(String place) {
        return new PipedChildren(gdb, operations, place);
    }

    @Override
    public AwaitedProcess newProcess(Attach attach) {
        return new AwaitedProcess(attach, () -> operations.newProcess(attach.waitFor()), thread, tell);
    }

    @Override
    public OpenableCore core(Core arguments) {
        return new PipedCore(arguments, thread, gdb, operations, tell);
    }
}
