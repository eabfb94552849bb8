package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiErrorException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A process that can be attached to. */
public interface RunningProcess {
    /** What a user calls it. */
    String name();

    /** The folder below which its files are, where they are not GDB's own; GDB's {@code sysroot}. */
    Optional<Path> root();

    /** Its executable: {@code named} by the user, or null, where that is the same build, else its own; {@code tell} gets why not. */
    Path executable(Path named, Consumer<String> tell);

    /** Whether a signal has stopped it, so that it runs only when somebody lets it. */
    boolean isStopped();

    /** What is answered when GDB could not attach for the reason that it gives. */
    UserError failed(MiErrorException refused);
}
