package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.Debuggee;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The machine on which GDB and what it debugs run. What can be found out before GDB is there is found out when a method here is called, and the
 * rest when the result is asked for; both throw {@link dev.twinstack.adapter.dap.UserError}.
 */
public interface Machine {
    /** What a launch starts. */
    Supplier<Debuggee> debuggee(Launch launch);

    /** The environment of GDB, which a program inherits. */
    Map<String, String> environment();

    /** A directory for what this session needs of files. */
    Path directory();

    /** Makes the program's terminal and connects it; completed when that is done. */
    CompletableFuture<?> open(DebuggeeTerminal terminal);

    /** A process to attach to. */
    Supplier<RunningProcess> process(long pid);

    /** Looks for a process of that name, or absolute path, that has started since, or since the first look; to be asked again and again. */
    Supplier<CompletableFuture<OptionalLong>> newProcess(String name);

    /** A core file to read. */
    OpenableCore core(Core arguments);
}
