package dev.twinstack.adapter.machine;

import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.python.Helpers;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** The helpers' operations on the machine where GDB runs, when that is not the adapter's. */
record MachineOperations(Helpers helpers) {
    /** What is to be started there; {@code cwd} as in {@link Found}. */
    Found debuggee(Launch launch, Path cwd) {
        return helpers.call(
                "debuggee",
                new Wanted(cwd.toString(), launch.program(), launch.python(), launch.environment()),
                Found.class);
    }

    private record Wanted(String directory, String program, String python, Map<String, String> environment) {}

    /**
     * A program to start.
     *
     * @param directory where it runs
     * @param target the Python file that the executable is to run, or null
     * @param python whether it is an interpreter
     */
    record Found(String directory, String executable, String target, boolean python) {}

    /** A process there; throws {@link dev.twinstack.adapter.dap.UserError} when {@code place} is that of a child and another. */
    Files process(long pid, String place) {
        return helpers.call("process-files", new ProcessRef(pid, place), Files.class);
    }

    private record ProcessRef(long pid, String place) {}

    /** {@code root}: its root directory if that is not GDB's own, else null; {@code stopped}: whether a signal has stopped it. */
    record Files(String executable, String root, boolean stopped) {}

    /** The number of a process of that name that has started since this was first asked. */
    CompletableFuture<OptionalLong> newProcess(String name) {
        return helpers.send("new-process", new Named(name), ProcessNumber.class)
                .thenApply(found -> found.pid() == 0 ? OptionalLong.empty() : OptionalLong.of(found.pid()));
    }

    private record Named(String name) {}

    private record ProcessNumber(long pid) {}

    /** Why no other debugger can attach to the program's children, or null. */
    String childrenRefused() {
        return helpers.call("children-refused", new Helpers.Nothing(), Refusal.class)
                .reason();
    }

    private record Refusal(String reason) {}

    /** Whether a child that this session's GDB has stopped still waits. */
    CompletableFuture<Boolean> childWaits(long pid) {
        return helpers.send("child-waits", new ProcessRef(pid, null), Waiting.class)
                .thenApply(Waiting::waits);
    }

    private record Waiting(boolean waits) {}

    /** Lets a child run, unless {@code place} is given and another. */
    CompletableFuture<?> resumeChild(long pid, String place) {
        return helpers.send("resume-child", new ProcessRef(pid, place));
    }

    /** Opens a core file; {@code directory} is for files of GDB. */
    OpenCore openCore(String directory, String core, String program) {
        return helpers.call("open-core", new CoreRef(directory, core, program), OpenCore.class);
    }

    private record CoreRef(String directory, String core, String program) {}

    /** {@code program}: its executable, or null when that is not there; {@code signal}: the number of the signal that ended it, or 0. */
    record OpenCore(String program, int signal) {}
}
