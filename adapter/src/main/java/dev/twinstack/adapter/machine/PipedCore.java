package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Core;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A plain core file at the other end of a pipe, which only GDB can read: what is missing or of another build is not found out before. */
final class PipedCore implements OpenableCore {
    private final Core arguments;
    private final SessionThread thread;
    private final Gdb gdb;
    private final MachineOperations operations;
    private final Consumer<String> tell;

    PipedCore(Core arguments, SessionThread thread, Gdb gdb, MachineOperations operations, Consumer<String> tell) {
        if (arguments.coreFile().matches("systemd(:.*)?|.*\\.(gz|zst|lz4|xz)")) {
            throw new UserError("Through a pipe only a plain core file is read; unpack it there ('coredumpctl dump -o"
                    + " FILE', 'xz -d', …) and name that file as 'coreFile'.");
        }
        this.arguments = arguments;
        this.thread = thread;
        this.gdb = gdb;
        this.operations = operations;
        this.tell = tell;
    }

    @Override
    public String preparation() {
        return "GDB reads symbols";
    }

    @Override
    public CompletableFuture<?> present() {
        return CompletableFuture.runAsync(() -> {}, thread::post);
    }

    private Path below(Path path) {
        return PipedMachine.start(gdb).resolve(arguments.cwd()).resolve(path);
    }

    @Override
    public Optional<Path> program() {
        return Optional.ofNullable(arguments.program()).map(this::below);
    }

    @Override
    public UserError unreadable(Path program, UserError refused) {
        return refused;
    }

    @Override
    public int open() {
        MachineOperations.OpenCore opened = operations.openCore(
                gdb.place().directory(),
                below(Path.of(arguments.coreFile())).toString(),
                program().map(Path::toString).orElse(null));
        if (opened.program() == null) {
            tell.accept(
                    "The executable of the core file is not there, so that little can be shown; name it as 'program'.");
        }
        return opened.signal();
    }

    @Override
    public String name() {
        return arguments.coreFile();
    }

    @Override
    public void discard() {
        // Nothing is unpacked there.
    }
}
