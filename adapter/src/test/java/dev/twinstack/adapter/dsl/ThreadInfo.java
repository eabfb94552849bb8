package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletableFuture;

/** A thread of the debuggee. */
public record ThreadInfo(DebugSession session, int id, String name) {
    static ThreadInfo of(DebugSession session, JsonObject json) {
        return new ThreadInfo(
                session,
                Json.integer(json, "id").orElse(-1),
                Json.text(json, "name").orElse(""));
    }

    /** The thread's whole stack, which is asked for and not waited for. */
    public CompletableFuture<Stack> stackLater() {
        return session.stackLater(id);
    }

    /** The thread's whole stack. */
    public Stack stack() {
        return session.stack(id, 0, 0);
    }
}
