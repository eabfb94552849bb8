package dev.twinstack.adapter.machine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Children of debugged programs on the machine where GDB runs, each stopped at its beginning by one session and attached to by another. Its
 * <i>place</i>, as the helpers write it down, tells where its number is that of this process, and not of any other.
 */
public interface HeldChildren {
    /** Why Linux lets no other debugger attach to them, as a whole sentence; empty when it does. */
    Optional<String> refusal();

    /** Whether a child still waits: a signal has stopped it, and nobody debugs it. Completed on any thread. */
    CompletableFuture<Boolean> waits(long pid);

    /** Lets a child run. Never throws. */
    void resume(long pid);
}
