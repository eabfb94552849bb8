package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiErrorException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A process at the other end of a pipe. */
record PipedProcess(long pid, MachineOperations.Files files, Consumer<String> tell) implements RunningProcess {
    @Override
    public String name() {
        return Path.of(files.executable()).getFileName().toString();
    }

    @Override
    public Optional<Path> root() {
        return Optional.ofNullable(files.root()).map(Path::of);
    }

    @Override
    public Path executable(Path named) {
        if (named != null) {
            tell.accept(
                    "Through a pipe a process is attached to with its own executable, and not with '" + named + "'.");
        }
        return Path.of(files.executable());
    }

    @Override
    public boolean isStopped() {
        return files.stopped();
    }

    @Override
    public UserError failed(MiErrorException refused) {
        return new UserError(
                "GDB could not attach to the process " + pid + ": " + refused.getMessage()
                        + " Run GDB there as root or as the process's user, and where Linux lets only ancestors attach,"
                        + " set kernel.yama.ptrace_scope=0; a container needs the capability SYS_PTRACE.",
                refused);
    }
}
