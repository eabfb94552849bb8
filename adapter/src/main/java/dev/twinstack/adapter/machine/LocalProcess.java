package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.attach.AttachCheck;
import dev.twinstack.adapter.attach.ProcessFiles;
import dev.twinstack.adapter.core.CoreFiles;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.Executables;
import dev.twinstack.mi.MiErrorException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A process of this machine, which may be attached to, as far as that can be known before. */
record LocalProcess(long pid, AttachCheck check, Consumer<String> tell) implements RunningProcess {
    @Override
    public String name() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("process " + pid);
    }

    @Override
    public Optional<Path> root() {
        return new ProcessFiles(pid).root();
    }

    /** {@code named} is passed over when it is no executable, such as a Python script, or not the one that runs. */
    @Override
    public Path executable(Path named) {
        Path own = new ProcessFiles(pid).executable();
        if (named == null) {
            return own;
        }
        if (!Executables.isElf(named)) {
            tell.accept(Executables.notElf(named) + ", so the process's own is used instead.");
            return own;
        }
        if (!CoreFiles.buildIdOf(named).equals(CoreFiles.buildIdOf(own))) {
            tell.accept("'" + named + "' is not the program that the process runs, or another build of it, so '" + own
                    + "' is used instead.");
            return own;
        }
        return named;
    }

    @Override
    public boolean isStopped() {
        return check.isStopped();
    }

    @Override
    public UserError failed(MiErrorException refused) {
        return check.failed(refused);
    }
}
