package dev.twinstack.adapter.server;

import dev.twinstack.adapter.client.Progress;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.debug.CancelArguments;

/**
 * The requests that are not to be carried out, or not to their end, by their numbers: the client has taken them back (DAP: cancel), or another request has overtaken
 * them. From any thread.
 */
final class Cancellations {
    private final Progress progress;
    private final Gdb gdb;
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    /** What requests wait for whose handlers have returned, and which are not answered yet. */
    private final Map<String, CompletableFuture<?>> unanswered = new ConcurrentHashMap<>();

    /** {@code progress} knows for which request something is done that a client can see. */
    Cancellations(Progress progress, Gdb gdb) {
        this.progress = progress;
        this.gdb = gdb;
    }

    /** The number of the request that the client means; empty when there is none of that kind. */
    String meant(CancelArguments arguments) {
        String id = arguments.getRequestId() != null
                ? Integer.toString(arguments.getRequestId())
                : progress.requestOf(arguments.getProgressId());
        return id == null ? "" : id;
    }

    /** Cancels a request that waits for its turn, or that is being handled. */
    void add(String id) {
        cancelled.add(id);
    }

    boolean has(String id) {
        return cancelled.contains(id);
    }

    /** The request was handled; its number is not used again. */
    void forget(String id) {
        cancelled.remove(id);
    }

    /** What a request waits for until it is answered: {@link #failUnanswered} fails it. */
    void await(String id, CompletableFuture<?> wait) {
        unanswered.put(id, wait);
        wait.whenComplete((done, failure) -> unanswered.remove(id));
    }

    /** Interrupts GDB if a request waits for it that is not answered yet. */
    void interruptUnanswered(String id) {
        if (unanswered.containsKey(id)) {
            gdb.interrupt();
        }
    }

    /** Fails what a request waits for that is not answered yet; on the session thread. */
    void failUnanswered(String id) {
        CompletableFuture<?> wait = unanswered.get(id);
        if (wait != null) {
            wait.completeExceptionally(UserError.cancelled());
        }
    }
}
