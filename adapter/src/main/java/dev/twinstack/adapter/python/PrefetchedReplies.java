package dev.twinstack.adapter.python;

import dev.twinstack.adapter.gdb.Gdb;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Replies to questions that GDB was asked ahead of the requests that need them, so that GDB works at the same time as the client and the session thread. Each reply
 * is used once, and only if nothing but questions, which change nothing, was sent to GDB since.
 */
final class PrefetchedReplies {
    private final Gdb gdb;
    /** By the text of the command, and not by a record: the first use of one as a key costs a JVM that has just started 10 ms. */
    private final Map<String, CompletableFuture<?>> replies = new HashMap<>();

    private BooleanSupplier wholeProgramStands = () -> false;
    private long sent;
    private long age;

    PrefetchedReplies(Gdb gdb) {
        this.gdb = gdb;
    }

    /** {@code stands}: whether the whole program stands; if a thread runs, nothing is asked ahead, as the thread could make a reply untrue. */
    void onlyWhile(BooleanSupplier stands) {
        wholeProgramStands = stands;
    }

    /** Has {@code send} ask GDB those of the questions that it was not asked yet; {@code send} returns their replies in the same order. */
    <Q> void expect(Map<String, Q> asked, Function<List<Q>, List<? extends CompletableFuture<?>>> send) {
        if (gdb.isInUse() && wholeProgramStands.getAsBoolean()) {
            forgetOld();
            asked.keySet().removeAll(replies.keySet());
            if (!asked.isEmpty()) {
                Iterator<? extends CompletableFuture<?>> given =
                        send.apply(List.copyOf(asked.values())).iterator();
                asked.keySet().forEach(question -> replies.put(question, given.next()));
            }
            sent = gdb.sent();
        }
    }

    /** How often GDB was sent something other than questions; consecutive ones count once. */
    long age() {
        forgetOld();
        return age;
    }

    /** How many replies were asked for and not taken yet. */
    int waiting() {
        forgetOld();
        return replies.size();
    }

    /** The reply that GDB was asked for ahead, or null. */
    CompletableFuture<?> take(String asked) {
        forgetOld();
        return replies.remove(asked);
    }

    /** Has {@code send} ask GDB a question, which leaves the other replies true. */
    <T> T ask(Supplier<T> send) {
        forgetOld();
        T reply = send.get();
        sent = gdb.sent();
        return reply;
    }

    /** Gives up the replies that were not taken yet, even if GDB is still at work on them, so that what is sent next does not wait for them. */
    void giveUp() {
        gdb.giveUp(CompletableFuture.allOf(replies.values().toArray(CompletableFuture[]::new)));
        replies.clear();
    }

    private void forgetOld() {
        if (gdb.sent() != sent) {
            replies.clear();
            sent = gdb.sent();
            age++;
        }
    }
}
