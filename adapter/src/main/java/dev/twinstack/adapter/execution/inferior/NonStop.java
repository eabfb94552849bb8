package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.mi.MiCommand;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;

/** GDB's non-stop mode, in which each thread stands and runs for itself; chosen before there is a program. */
public final class NonStop {
    private final Gdb gdb;
    private final Standing standing;
    private final Events events;
    /** Whether the client was told that it may send requests for a single thread. */
    private boolean declared;

    NonStop(Gdb gdb, Standing standing, Events events) {
        this.gdb = gdb;
        this.standing = standing;
        this.events = events;
    }

    /** Whether a stop is to stand for its thread alone. Completed when GDB knows. */
    public CompletableFuture<?> use(boolean wanted) {
        standing.begin(wanted);
        if (wanted != declared) {
            declared = wanted;
            Capabilities capabilities = new Capabilities();
            capabilities.setSupportsSingleThreadExecutionRequests(wanted);
            events.capabilities(capabilities);
        }
        return gdb.send(MiCommand.of("-gdb-set").option("non-stop").option(wanted ? "on" : "off"));
    }
}
