package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiErrorException;
import java.nio.file.Path;
import java.util.Optional;

/** A process that can be attached to. */
public interface RunningProcess {
    /** What a user calls it. */
    String name();

    /** The folder below which the process finds its files, if that is not GDB's own root directory; for GDB's {@code sysroot}. */
    Optional<Path> root();

    /** Its executable: the one {@code named} by the user (or null) if that is the same build, else the process's own, and the user is told why. */
    Path executable(Path named);

    /** Whether a signal has stopped it, so that it runs only when somebody lets it. */
    boolean isStopped();

    /** The error when GDB could not attach; {@code refused} is GDB's reason. */
    UserError failed(MiErrorException refused);
}
