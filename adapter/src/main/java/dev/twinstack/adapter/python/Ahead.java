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
 * Replies to questions that GDB was asked before the requests that need them were handled, so that it works while the client and the session thread do. Each serves
 * once, and none does when anything but a question was sent to GDB since: so none is older than what that could have changed.
 */
final class Ahead {
    private final Gdb gdb;
    /** By the command's text: the first use of a record as a key takes a JVM that has just started 10 ms. */
    private final Map<String, CompletableFuture<?>> replies = new HashMap<>();

    private BooleanSupplier standsWholly = () -> false;
    private long sent;
    private long age;

    Ahead(Gdb gdb) {
        this.gdb = gdb;
    }

    /** {@code stands}: whether the whole program does; what a thread that runs does could make a reply too old. */
    void onlyWhile(BooleanSupplier stands) {
        standsWholly = stands;
    }

    /** Has {@code send} ask GDB those of the questions that it was not asked already, and give their replies in the same order. */
    <Q> void expect(Map<String, Q> asked, Function<List<Q>, List<? extends CompletableFuture<?>>> send) {
        if (gdb.isInUse() && standsWholly.getAsBoolean()) {
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

    /** How often GDB was sent something else between questions. */
    long age() {
        forgetOld();
        return age;
    }

    /** How many questions GDB was asked for which no reply was taken yet. */
    int waiting() {
        forgetOld();
        return replies.size();
    }

    /** The reply that GDB was asked for ahead, or null. */
    CompletableFuture<?> take(String asked) {
        forgetOld();
        return replies.remove(asked);
    }

    /** {@code send} asks GDB a question, which makes no reply old. */
    <T> T ask(Supplier<T> send) {
        forgetOld();
        T reply = send.get();
        sent = gdb.sent();
        return reply;
    }

    /** What nobody has asked for yet is given up, where GDB is still at work on it, so that what is sent next does not wait for it. */
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
