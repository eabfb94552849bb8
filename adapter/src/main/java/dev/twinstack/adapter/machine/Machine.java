package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.Debuggee;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The machine on which GDB and the program run. Methods that return a {@link Supplier} find out at once what can be found out without GDB, and the rest when
 * the supplier is asked, once GDB is ready; both may throw {@link dev.twinstack.adapter.dap.UserError}.
 */
public interface Machine {
    /** What a launch starts. */
    Supplier<Debuggee> debuggee(Launch launch);

    /** The environment of GDB, which a program inherits. */
    Map<String, String> environment();

    /** A directory for the session's files. */
    Path directory();

    /** Makes the program's terminal and connects it; completed when that is done. */
    CompletableFuture<?> open(DebuggeeTerminal terminal);

    /** A process to attach to; {@code place} as in {@link HeldChildren}, or null. */
    Supplier<RunningProcess> process(long pid, String place);

    /** Children of programs there; {@code place}: of the one that a session takes over from another, else null. */
    HeldChildren children(String place);

    /** The process that an attach waits for: one that starts after this call, or after {@link AwaitedProcess#others}. */
    AwaitedProcess newProcess(Attach attach);

    /** A core file to read. */
    OpenableCore core(Core arguments);
}
