package dev.twinstack.mi;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * GDB and the processes that it started, so that none outlives it.
 *
 * <p>Children are remembered while GDB lives: once a parent is gone they can no longer be found by descent.
 */
final class ProcessTree {
    private static final Duration TERM_GRACE = Duration.ofMillis(500);
    private static final Duration KILL_GRACE = Duration.ofSeconds(5);
    /** Short, because a killed child may stay a zombie where nobody reaps orphans, as in many containers. */
    private static final Duration CHILDREN_GRACE = Duration.ofSeconds(1);

    private final Process gdb;
    private final Set<ProcessHandle> children = new LinkedHashSet<>();
    private final Thread atExit;
    private boolean released;

    /** {@code beforeKill}: what is done first where this process is told to end. */
    ProcessTree(Process gdb, Runnable beforeKill) {
        this.gdb = gdb;
        atExit = new Thread(
                () -> {
                    try {
                        beforeKill.run();
                    } finally {
                        kill();
                    }
                },
                "gdb-at-exit");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Adds the children that GDB has now; cheap enough to be called before every step that may lose some. */
    synchronized void remember() {
        if (!released) {
            gdb.descendants().forEach(children::add);
        }
    }

    /** From now on the children are left alone. */
    synchronized void release() {
        released = true;
        children.clear();
    }

    void awaitGdb(Duration timeout) {
        await(gdb.onExit(), timeout);
    }

    /**
     * Kills what still lives. A GDB that did not quit when asked gets SIGTERM first, on which it lets go of a process
     * that it has attached to.
     */
    void kill() {
        remember();
        gdb.destroy();
        awaitGdb(TERM_GRACE);
        killNow();
        awaitGdb(KILL_GRACE);
        CompletableFuture<?>[] ends =
                snapshot().stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        await(CompletableFuture.allOf(ends), CHILDREN_GRACE);
        forgetHook();
    }

    private void killNow() {
        remember();
        snapshot().forEach(ProcessHandle::destroyForcibly);
        gdb.destroyForcibly();
    }

    private synchronized Set<ProcessHandle> snapshot() {
        return Set.copyOf(children);
    }

    private static void await(CompletableFuture<?> end, Duration timeout) {
        end.thenApply(ignored -> true)
                .completeOnTimeout(false, timeout.toNanos(), TimeUnit.NANOSECONDS)
                .join();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running, perhaps right here.
        }
    }
}
