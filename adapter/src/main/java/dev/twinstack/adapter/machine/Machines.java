package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.GdbPipe;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Makes the {@link Machine} on which a program is debugged; {@code directory}: of the session, on this machine. */
public record Machines(SessionThread thread, Gdb gdb, Helpers helpers, Events events, Supplier<Path> directory) {
    /** The machine at the other end of {@code pipe}; this one when that is null. */
    public Machine of(GdbPipe pipe) {
        return pipe == null
                ? new ThisMachine(thread, gdb, directory, events::tell)
                : new PipedMachine(pipe, thread, gdb, helpers, events::tell);
    }
}
