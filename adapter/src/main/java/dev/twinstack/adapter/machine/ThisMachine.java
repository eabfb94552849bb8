package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.attach.AttachCheck;
import dev.twinstack.adapter.attach.NewProcess;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.Debuggee;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.Program;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The adapter's own machine, whose files and processes it sees itself. */
final class ThisMachine implements Machine {
    private final SessionThread thread;
    private final Gdb gdb;
    private final Supplier<Path> directory;
    private final Consumer<String> tell;

    /** {@code directory}: of the session; {@code tell} gets what the user is to know. */
    ThisMachine(SessionThread thread, Gdb gdb, Supplier<Path> directory, Consumer<String> tell) {
        this.thread = thread;
        this.gdb = gdb;
        this.directory = directory;
        this.tell = tell;
    }

    @Override
    public Supplier<Debuggee> debuggee(Launch launch) {
        Debuggee found = Program.of(launch);
        return () -> found;
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    @Override
    public Path directory() {
        return directory.get();
    }

    @Override
    public CompletableFuture<?> open(DebuggeeTerminal terminal) {
        return terminal.open(directory());
    }

    @Override
    public Supplier<RunningProcess> process(long pid, String place) {
        RunningProcess found = new LocalProcess(pid, AttachCheck.of(pid), tell);
        return () -> found;
    }

    @Override
    public HeldChildren children(String place) {
        return new LocalChildren();
    }

    @Override
    public AwaitedProcess newProcess(Attach attach) {
        String name = attach.waitFor();
        NewProcess wanted = new NewProcess(name);
        wanted.running()
                .forEach(pid -> tell.accept("'" + name + "' runs already as " + pid
                        + ", and is not waited for: name that number as 'processId' to attach to it."));
        return new AwaitedProcess(attach, () -> CompletableFuture.completedFuture(wanted.find()), thread, tell);
    }

    @Override
    public OpenableCore core(Core arguments) {
        return new LocalCore(arguments, thread, gdb, directory(), tell);
    }
}
