package dev.twinstack.adapter.server;

import dev.twinstack.adapter.client.Progress;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.gdb.Gdb;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.debug.CancelArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;

/**
 * Where incoming messages leave lsp4j's reader thread, and which of them go before others.
 *
 * <p>Requests enter the session's mailbox, and every request is answered from the session thread, so that messages are written in the order of their
 * numbers. Responses to the adapter's own requests bypass the mailbox. Out of turn come:
 *
 * <ul>
 *   <li>{@code cancel}, which also takes effect while a handler waits;
 *   <li>{@code disconnect} and {@code terminate}, which end the wait of a busy handler; a restart that they overtake is not carried out;
 *   <li>{@code pause}, unless a request that resumes the program stands before it.
 * </ul>
 *
 * <p>The last three interrupt an evaluation: it may call a function of the program, or be a script that runs the program and waits for it. A request that
 * resumes the program ends a slow read of the stop that it leaves.
 */
final class RequestGate implements Progress.Requests {
    /** How long a resume waits for what is read of the stop that it leaves. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final SessionThread thread;
    private final Admission admission;
    private final Gdb gdb;
    private final Execution execution;
    private final Cancellations cancellations;
    private final Queue<QueuedRequest> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger resumesQueued = new AtomicInteger();
    /** The request at hand, or null between requests. */
    private volatile QueuedRequest current;

    private boolean closed;

    private ReadAhead ahead;

    /**
     * @param admission tells which requests are heard
     * @param progress knows for which request something is done that a client can see
     */
    RequestGate(SessionThread thread, Admission admission, Progress progress, Gdb gdb, Execution execution) {
        this.thread = thread;
        this.admission = admission;
        this.cancellations = new Cancellations(progress, gdb);
        this.gdb = gdb;
        this.execution = execution;
    }

    /** For lsp4j's {@code wrapMessages}, which wraps both directions: only what comes in passes the gate. */
    MessageConsumer wrap(MessageConsumer next) {
        return next instanceof RemoteEndpoint ? message -> receive(message, next) : next;
    }

    /** Before the first request. */
    void readAhead(ReadAhead reads) {
        ahead = reads;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsCancelRequest(true);
    }

    /** DAP: cancel. A request that waits is refused when its turn comes; the one being handled ends at its next look. From the reader thread. */
    private void cancel(String id) {
        boolean waits = waiting.stream().anyMatch(request -> id.equals(request.id()));
        if (waits || id.equals(current())) { // in this order, as one is at hand before it waits no more
            cancellations.add(id);
        } else {
            cancellations.interruptUnanswered(id);
        }
    }

    /**
     * Called again and again while the request at hand waits for GDB: interrupts GDB when the request was cancelled, or holds up a resume. Once is not enough, as GDB may
     * not have begun yet. On the session thread, which alone knows that GDB is still at work on this request.
     */
    void look() {
        if (current == null) {
            return;
        }
        if (current.kind().reads()
                && resumesQueued.get() > 0
                && !execution.program().isNonStop() // where a resume ends the stop of one thread alone
                && current.nanosAtWork() > PATIENCE_NANOS) {
            cancellations.add(current.id());
        }
        if (cancellations.has(current.id())) {
            gdb.interrupt();
        }
    }

    /** Refuses the request at hand when it was cancelled before its turn, when the session has ended, or when the client may not send it. */
    @Override
    public void check() {
        if (closed || isCancelled()) {
            throw UserError.cancelled();
        }
        if (current != null) {
            admission.check(current.method());
        }
    }

    /** Whether the client has taken back the request at hand. */
    private boolean isCancelled() {
        QueuedRequest atHand = current;
        return atHand != null && cancellations.has(atHand.id());
    }

    @Override
    public String current() {
        QueuedRequest atHand = current;
        return atHand == null ? null : atHand.id();
    }

    /** Lets {@code cancel} fail what the request at hand waits for until it is answered. From the session thread. */
    void cancellable(CompletableFuture<?> wait) {
        String id = current();
        if (id != null && !wait.isDone()) {
            cancellations.await(id, wait);
        }
    }

    /** Refuses what still waits; the session has ended. From the session thread, which takes no more requests. */
    void close() {
        closed = true;
        for (QueuedRequest next = waiting.peek(); next != null; next = waiting.peek()) {
            handle(next);
        }
    }

    private void receive(Message message, MessageConsumer next) {
        if (message instanceof RequestMessage request) {
            QueuedRequest queued = new QueuedRequest(request, next);
            waiting.add(queued);
            enqueue(queued);
        } else {
            next.consume(message);
        }
    }

    private void enqueue(QueuedRequest request) {
        if (request.message().getParams() instanceof CancelArguments arguments) {
            String id = cancellations.meant(arguments);
            cancel(id);
            thread.postFirst(() -> {
                cancellations.failUnanswered(id);
                handle(request);
            });
        } else if (isEnding(request.kind())) {
            overtake(request.kind());
            thread.postFirst(() -> {
                gdb.allowWaits();
                handle(request);
            });
        } else if (request.kind() == RequestKind.PAUSING && resumesQueued.get() == 0) {
            cancelEvaluation();
            gdb.hurry();
            thread.postFirst(() -> handle(request));
        } else {
            countResume(request, 1);
            thread.post(() -> handle(request));
        }
    }

    /** Whether the request ends the program or the session; {@code terminate} is refused for a process that was attached to. */
    private boolean isEnding(RequestKind kind) {
        return kind == RequestKind.DISCONNECTING
                || kind == RequestKind.TERMINATING && !execution.inferior().isAttached();
    }

    /** Gives up what an ending request does not wait for. */
    private void overtake(RequestKind ending) {
        waiting.stream()
                .filter(earlier -> earlier.method().equals("restart"))
                .forEach(overtaken -> cancellations.add(overtaken.id()));
        QueuedRequest atHand = current;
        if (atHand != null && atHand.kind().evaluates()) {
            gdb.interrupt();
        }
        if (mayAbandon(atHand, ending)) {
            gdb.abandonWaits(); // first, or it could fail this very request
        }
    }

    /** Whether the wait of the request at hand may be ended. For {@code terminate} a resume may not: a program can only be asked to end once it runs. */
    private static boolean mayAbandon(QueuedRequest atHand, RequestKind ending) {
        return ending == RequestKind.DISCONNECTING || atHand != null && atHand.kind() != RequestKind.RESUMING;
    }

    private void cancelEvaluation() {
        QueuedRequest atHand = current;
        if (atHand != null && atHand.kind().evaluates()) {
            cancellations.add(atHand.id());
        }
    }

    private void handle(QueuedRequest request) {
        current = request; // before it waits no more, or a cancel in between would find it nowhere
        waiting.remove(request);
        countResume(request, -1);
        try {
            lookAhead(request);
            request.handle();
        } finally {
            cancellations.forget(request.id());
            current = null;
        }
    }

    private void lookAhead(QueuedRequest request) {
        if (request.kind().overtakesReading()) {
            ahead.end();
        } else if (!waiting.isEmpty() && !closed && ahead.wantsMore()) {
            List<QueuedRequest> next = new ArrayList<>(List.of(request));
            next.addAll(waiting);
            next.removeIf(each -> cancellations.has(each.id()));
            ahead.of(next);
        }
    }

    private void countResume(QueuedRequest request, int change) {
        if (request.kind() == RequestKind.RESUMING) {
            resumesQueued.addAndGet(change);
        }
    }
}
