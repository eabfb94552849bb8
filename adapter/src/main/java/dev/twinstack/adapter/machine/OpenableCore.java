package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A core file that is still to be opened: unpacked if need be, checked, and handed to GDB. */
public interface OpenableCore {
    /** What takes the time until GDB has opened it, as the text of a progress. */
    String preparation();

    /** Completed, on the session thread, when the file is unpacked. */
    CompletableFuture<?> present();

    /** The executable, which GDB must read first; empty when it is not there. The user is told what is missing or does not match. Throws {@link UserError}. */
    Optional<Path> program();

    /** The error when GDB could not read the executable; {@code refused} is GDB's reason. */
    UserError unreadable(Path program, UserError refused);

    /** Has GDB open it; returns the number of the signal that ended the program, or 0. */
    int open();

    /** The command line of the program, or another name for it. */
    String name();

    /** Deletes what was unpacked. */
    void discard();
}
