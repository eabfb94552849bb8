package dev.twinstack.mi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that GDB has not answered yet, by token. Thread-safe. */
final class PendingReplies {
    private record Pending(String operation, Consumer<MiRecord> during, CompletableFuture<MiRecord.Result> reply) {
        void complete(MiRecord.Result result) {
            if (result.isError()) {
                reply.completeExceptionally(MiErrorException.of(operation, result));
            } else {
                reply.complete(result);
            }
        }

        void passOver() {
            reply.completeExceptionally(
                    new MiProtocolException("GDB has not answered " + operation + ", but what was sent after it."));
        }
    }

    private static final Pattern REPLY = Pattern.compile("(\\d+)\\^");
    private static final Pattern GLUED = Pattern.compile("(\\d+)\\^(?:done|running|connected|error|exit)\\b");

    /** In the order in which GDB answers: it carries out one command after the other. */
    private final Map<String, Pending> byToken = new LinkedHashMap<>();

    private long lastToken;
    private MiClosedException closed;

    /** How a command is sent; must not block. {@code idle}: GDB has answered all others, and one at least. */
    interface Sending {
        void send(String token, boolean idle);
    }

    /**
     * Gives the command a token and has it sent, in the order of the tokens. {@code during} gets what is {@link #said} while it is the command that
     * GDB carries out.
     */
    synchronized CompletableFuture<MiRecord.Result> expect(
            String operation, Consumer<MiRecord> during, Sending sending) {
        if (closed != null) {
            return CompletableFuture.failedFuture(closed(operation));
        }
        CompletableFuture<MiRecord.Result> reply = new CompletableFuture<>();
        boolean idle = byToken.isEmpty() && lastToken > 0;
        String token = Long.toString(++lastToken);
        byToken.put(token, new Pending(operation, during, reply));
        sending.send(token, idle);
        return reply;
    }

    /** Hands a record to the command that GDB is carrying out, if there is one: the oldest without an answer. */
    void said(MiRecord record) {
        Pending running = oldest();
        if (running != null) {
            running.during().accept(record);
        }
    }

    /** Completes the command that this answers, and fails the older ones, which GDB has passed over. Returns false when it answers none of ours. */
    boolean complete(MiRecord.Result result) {
        passedOver(result.token()).forEach(Pending::passOver);
        Pending pending = take(result.token());
        if (pending != null) {
            pending.complete(result);
        }
        return pending != null;
    }

    /** Where in a line the reply to one of the commands begins. The first digits before it may belong to other output. */
    synchronized OptionalInt find(String line) {
        Matcher reply = GLUED.matcher(line);
        while (reply.find()) {
            OptionalInt token = findToken(reply.group(1));
            if (token.isPresent()) {
                return OptionalInt.of(reply.start() + token.getAsInt());
            }
        }
        return OptionalInt.empty();
    }

    /** Where among digits the token of one of the commands begins; of several that fit, the oldest is meant, as GDB answers that next. */
    synchronized OptionalInt findToken(String digits) {
        if (isOldest(digits)) {
            return OptionalInt.of(0);
        }
        return byToken.keySet().stream()
                .filter(digits::endsWith)
                .mapToInt(token -> digits.length() - token.length())
                .findFirst();
    }

    /** Fails the command that this would have answered, if its token can be read, so that nobody waits for it. */
    void fail(MiRecord.Malformed reply) {
        Matcher token = REPLY.matcher(reply.line());
        Pending pending = token.lookingAt() ? take(token.group(1)) : null;
        if (pending != null) {
            String message = "GDB's reply to " + pending.operation() + " cannot be read. " + reply.message();
            pending.reply().completeExceptionally(new MiProtocolException(message));
        }
    }

    void failAll(MiClosedException reason) {
        close(reason).forEach(pending -> pending.reply().completeExceptionally(closed(pending.operation())));
    }

    private boolean isOldest(String token) {
        return !byToken.isEmpty() && byToken.keySet().iterator().next().equals(token);
    }

    private synchronized Pending oldest() {
        return byToken.isEmpty() ? null : byToken.values().iterator().next();
    }

    /** Takes the commands that are older than the one with that token. */
    private synchronized List<Pending> passedOver(String token) {
        if (isOldest(token) || !byToken.containsKey(token)) {
            return List.of();
        }
        List<String> older =
                byToken.keySet().stream().takeWhile(each -> !each.equals(token)).toList();
        return older.stream().map(byToken::remove).toList();
    }

    private synchronized Pending take(String token) {
        return byToken.remove(token);
    }

    private synchronized Iterable<Pending> close(MiClosedException reason) {
        if (closed == null) {
            closed = reason;
        }
        Iterable<Pending> open = Map.copyOf(byToken).values();
        byToken.clear();
        return open;
    }

    private MiClosedException closed(String operation) {
        return new MiClosedException(closed.getMessage() + " So " + operation + " has no answer.", closed);
    }
}
