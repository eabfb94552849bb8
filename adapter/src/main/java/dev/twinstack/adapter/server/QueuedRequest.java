package dev.twinstack.adapter.server;

import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;

/** A request that waits for the session thread, or is being handled by it. Not a record, as each is equal only to itself. */
final class QueuedRequest {
    private final RequestMessage request;
    private final MessageConsumer handler;
    private final RequestKind kind;
    private long since;

    QueuedRequest(RequestMessage request, MessageConsumer handler) {
        this.request = request;
        this.handler = handler;
        this.kind = RequestKind.of(request);
    }

    RequestMessage message() {
        return request;
    }

    String id() {
        return request.getId();
    }

    String method() {
        return request.getMethod();
    }

    RequestKind kind() {
        return kind;
    }

    /** Handles it; on the session thread. */
    void handle() {
        since = System.nanoTime();
        handler.consume(request);
    }

    /** How long it has been handled until now; on the session thread. */
    long nanosAtWork() {
        return System.nanoTime() - since;
    }
}
