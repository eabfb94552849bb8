package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds processes that a session should have ended. */
public final class Orphans {
    private static final long PATIENCE_SECONDS = 20;

    private Orphans() {}

    /** Fails when a GDB that this process started, or anything under it, lives on, and ends that. */
    public static void check() {
        List<ProcessHandle> left = ProcessHandle.current()
                .descendants()
                .filter(Orphans::isDebugger)
                .flatMap(gdb -> Stream.concat(Stream.of(gdb), gdb.descendants()))
                .filter(process -> !endsSoon(process))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        assertThat(left).as("processes left behind").isEmpty();
    }

    /** Whether the process ends within a few seconds. */
    public static boolean endsSoon(ProcessHandle process) {
        CompletableFuture<Boolean> end = process.onExit().thenApply(ended -> true);
        return end.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static boolean isDebugger(ProcessHandle process) {
        return process.info().command().orElse("").contains("gdb");
    }
}
