package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A core file, from where it lies to where GDB has opened it. */
public interface OpenableCore {
    /** What takes the time until then. */
    String preparation();

    /** Completed when there is a plain file, on any thread. */
    CompletableFuture<?> present();

    /** The executable that GDB is to have first; what is not as it should be is told. Throws {@link UserError}. */
    Optional<Path> program();

    /** What is answered when GDB could not read that for the reason that it gives. */
    UserError unreadable(Path program, UserError refused);

    /** GDB opens it; returns the number of the signal that has ended the program, or 0. */
    int open();

    /** The command line of the program, or another name. */
    String name();

    /** Whatever was made of it is not needed any more. */
    void discard();
}
