package dev.twinstack.adapter.server;

import dev.twinstack.adapter.client.Progress;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.CancelArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;

/**
 * Where incoming messages leave lsp4j's reader thread. Requests enter the session's mailbox. {@code cancel}, {@code disconnect} and
 * {@code terminate} go before the queue; the first takes effect while a handler waits, the others end the wait of a busy handler, and a restart that they
 * overtake is not carried out; {@code pause} goes before the queue unless a request that resumes the program is waiting there. The last three
 * interrupt an evaluation, which may call a function of the program, or be a script that lets it run and waits for it; a resume ends what is read slowly of
 * the stop that it leaves. Every request is answered from the session thread, so that the messages
 * leave in the order of their numbers. Responses to the adapter's own requests bypass the mailbox.
 */
final class RequestGate implements Progress.Requests {
    private static final Set<String> ENDING = Set.of("disconnect", "terminate");
    private static final Set<String> EVALUATING = Set.of("evaluate", "setVariable", "setExpression");
    private static final Set<String> RESUMING = Set.of(
            "configurationDone", "continue", "next", "stepIn", "stepOut", "stepBack", "reverseContinue", "restart");

    /** What is asked of a stop and is of no use behind it. */
    private static final Set<String> READING =
            Set.of("scopes", "variables", "stackTrace", "completions", "readMemory", "disassemble", "locations");

    /** The contexts of evaluations that are so, too. */
    private static final Set<String> LOOKING = Set.of("hover", "watch", "variables");

    /** How long a resume waits for one of those. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final SessionThread thread;
    private final Admission admission;
    private final Progress progress;
    private final Runnable abandonWaits;
    private final Runnable allowWaits;
    private final Runnable interrupt;
    private final Debugged debugged;
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();
    private final Map<String, CompletableFuture<?>> unanswered = new ConcurrentHashMap<>();
    private final AtomicInteger resumesQueued = new AtomicInteger();
    private volatile String current;
    private String method;
    private volatile boolean resuming;
    private boolean reading;
    /** Since when the request at hand has been at work, by {@link System#nanoTime}. */
    private long since;

    /** The number of the evaluation at work, or null. */
    private volatile String evaluation;

    private boolean closed;

    /** Gets the request at hand and those that wait behind it. */
    private Consumer<Stream<RequestMessage>> ahead = requests -> {};

    /** What requests go before others for. */
    interface Debugged {
        /** Whether {@code terminate} ends it, and is not refused; from the reader thread. */
        boolean isTerminable();

        /** Whether a resume ends every stop, and not that of one thread. */
        boolean runsAsAWhole();
    }

    /** A request that waits for the session thread; no record, as each is only ever equal to itself. */
    private static final class Turn {
        private final RequestMessage request;
        private final MessageConsumer handler;

        Turn(RequestMessage request, MessageConsumer handler) {
            this.request = request;
            this.handler = handler;
        }
    }

    /**
     * The first and the last action are called from the reader thread, too.
     *
     * @param admission tells which requests are heard
     * @param progress knows for which request something is done that a client can see
     * @param abandonWaits makes a handler that waits for GDB, or begins to, fail at once
     * @param allowWaits ends that, before the request that ends the session is handled
     * @param interrupt makes GDB give up what it is busy with
     * @param debugged what is to be known of the program
     */
    RequestGate(
            SessionThread thread,
            Admission admission,
            Progress progress,
            Runnable abandonWaits,
            Runnable allowWaits,
            Runnable interrupt,
            Debugged debugged) {
        this.thread = thread;
        this.admission = admission;
        this.progress = progress;
        this.abandonWaits = abandonWaits;
        this.allowWaits = allowWaits;
        this.interrupt = interrupt;
        this.debugged = debugged;
    }

    /** For lsp4j's {@code wrapMessages}, which wraps both directions: only what comes in passes the gate. */
    MessageConsumer wrap(MessageConsumer next) {
        return next instanceof RemoteEndpoint ? message -> receive(message, next) : next;
    }

    /** {@code look} gets the request that is handled next and those that wait behind it, whenever any do. */
    void ahead(Consumer<Stream<RequestMessage>> look) {
        ahead = look;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsCancelRequest(true);
    }

    /** DAP: cancel. A request that waits is refused when its turn comes; the one being handled ends at its next look. From the reader thread. */
    private void cancel(String id) {
        boolean waits = waiting.stream().anyMatch(turn -> id.equals(turn.request.getId()));
        if (waits || id.equals(current)) { // in this order, as one is at hand before it waits no more
            cancelled.add(id);
        } else if (unanswered.containsKey(id)) {
            interrupt.run();
        }
    }

    /**
     * The request at hand waits for GDB: interrupts it when that was cancelled, or holds up a resume, at every look, as GDB may not have begun yet. From the session
     * thread, which alone knows that no other request is meant by then.
     */
    void look() {
        if (reading
                && resumesQueued.get() > 0
                && debugged.runsAsAWhole()
                && System.nanoTime() - since > PATIENCE_NANOS) {
            cancelled.add(current);
        }
        if (current != null && cancelled.contains(current)) {
            interrupt.run();
        }
    }

    /** The number of the request that is to be cancelled; empty when there is none of that kind. */
    private String toCancel(CancelArguments arguments) {
        String id = arguments.getRequestId() != null
                ? Integer.toString(arguments.getRequestId())
                : progress.requestOf(arguments.getProgressId());
        return id == null ? "" : id;
    }

    /** Refuses the request at hand when it was cancelled before its turn, when the session has ended, or when the client may not send it. */
    @Override
    public void check() {
        if (closed || current != null && cancelled.contains(current)) {
            throw UserError.cancelled();
        }
        admission.check(method);
    }

    /** Whether the client has taken back the request at hand. */
    boolean isCancelled() {
        String id = current;
        return id != null && cancelled.contains(id);
    }

    @Override
    public String current() {
        return current;
    }

    /** Lets {@code cancel} fail what the request at hand waits for until it is answered. From the session thread. */
    void cancellable(CompletableFuture<?> wait) {
        String id = current;
        if (id != null && !wait.isDone()) {
            unanswered.put(id, wait);
            wait.whenComplete((done, failure) -> unanswered.remove(id));
        }
    }

    private void cancelUnanswered(String id) {
        CompletableFuture<?> wait = unanswered.get(id);
        if (wait != null) {
            wait.completeExceptionally(UserError.cancelled());
        }
    }

    /** Refuses what still waits; the session has ended. From the session thread, which takes no more requests. */
    void close() {
        closed = true;
        for (Turn turn = waiting.peek(); turn != null; turn = waiting.peek()) {
            handle(turn);
        }
    }

    private void receive(Message message, MessageConsumer next) {
        if (!(message instanceof RequestMessage request)) {
            next.consume(message);
            return;
        }
        Turn turn = new Turn(request, next);
        waiting.add(turn);
        if (request.getParams() instanceof CancelArguments arguments) {
            String id = toCancel(arguments);
            cancel(id);
            thread.postFirst(() -> {
                cancelUnanswered(id);
                handle(turn);
            });
        } else if (isEnding(request)) {
            waiting.stream()
                    .filter(earlier -> earlier.request.getMethod().equals("restart"))
                    .forEach(overtaken -> cancelled.add(overtaken.request.getId()));
            if (evaluation != null) {
                interrupt.run();
            }
            if (mayAbandon(request)) {
                abandonWaits.run(); // first, or it could fail this very request
            }
            thread.postFirst(() -> {
                allowWaits.run();
                handle(turn);
            });
        } else if (request.getMethod().equals("pause") && resumesQueued.get() == 0) {
            cancelEvaluation();
            thread.postFirst(() -> handle(turn));
        } else {
            countResume(request, 1);
            thread.post(() -> handle(turn));
        }
    }

    private boolean isEnding(RequestMessage request) {
        return ENDING.contains(request.getMethod())
                && (debugged.isTerminable() || request.getMethod().equals("disconnect"));
    }

    private void cancelEvaluation() {
        String id = evaluation;
        if (id != null) {
            cancelled.add(id);
        }
    }

    /** A program that is just being resumed can only be asked to end once it runs; to disconnect, nothing matters any more. */
    private boolean mayAbandon(RequestMessage ending) {
        return ending.getMethod().equals("disconnect") || current != null && !resuming;
    }

    private void handle(Turn turn) {
        current = turn.request.getId(); // before it waits no more, or a cancel in between would find it nowhere
        waiting.remove(turn);
        countResume(turn.request, -1);
        method = turn.request.getMethod();
        resuming = RESUMING.contains(method);
        evaluation = EVALUATING.contains(method) ? current : null;
        reading = READING.contains(method) || isLook(turn.request);
        since = System.nanoTime();
        try {
            lookAhead(turn);
            turn.handler.consume(turn.request);
        } finally {
            evaluation = null;
            reading = false;
            cancelled.remove(current);
            current = null;
        }
    }

    private void lookAhead(Turn turn) {
        if (!waiting.isEmpty()) {
            ahead.accept(Stream.concat(Stream.of(turn), waiting.stream())
                    .map(next -> next.request)
                    .filter(request -> !cancelled.contains(request.getId())));
        }
    }

    /** An evaluation for the editor's own views, and not one that the user has typed. */
    private static boolean isLook(RequestMessage request) {
        return request.getParams() instanceof EvaluateArguments evaluate
                && LOOKING.contains(String.valueOf(evaluate.getContext()));
    }

    private void countResume(RequestMessage request, int change) {
        if (RESUMING.contains(request.getMethod())) {
            resumesQueued.addAndGet(change);
        }
    }
}
