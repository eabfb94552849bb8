package dev.twinstack.adapter.python;

import dev.twinstack.adapter.gdb.Gdb;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Replies that GDB was asked for before the requests that need them were handled, so that it works while the client and the session thread do. Each serves one
 * call, and none does once anything else was sent to GDB: so none is older than what that could have changed.
 */
final class Ahead {
    private final Gdb gdb;
    private final Map<Asked, CompletableFuture<?>> replies = new HashMap<>();
    private long sent;

    /** What the reply answers. */
    record Asked(String operation, Record arguments, boolean hex) {}

    Ahead(Gdb gdb) {
        this.gdb = gdb;
    }

    /** Has {@code send} ask GDB, unless that was done already. */
    void ask(Asked asked, Supplier<CompletableFuture<?>> send) {
        forgetOld();
        replies.computeIfAbsent(asked, first -> send.get());
        sent = gdb.sent();
    }

    /** The reply, or that of {@code send} where GDB was not asked, or broke off what it was asked. */
    CompletableFuture<?> take(Asked asked, Supplier<CompletableFuture<?>> send) {
        forgetOld();
        CompletableFuture<?> reply = replies.remove(asked);
        return reply == null || reply.isCompletedExceptionally() ? send.get() : reply;
    }

    private void forgetOld() {
        if (gdb.sent() != sent) {
            replies.clear();
        }
    }
}
