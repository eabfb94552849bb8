package dev.twinstack.adapter.python;

import dev.twinstack.adapter.gdb.Gdb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The door to the Python helpers inside GDB. Their operations are declared by the concerns that use them, in {@code …Operations}: a method for
 * each operation, a record for its arguments and one for its reply, whose components have the names of the operation's JSON.
 */
public final class Helpers {
    private final Gdb gdb;
    private final boolean hex;
    private final PrefetchedReplies prefetched;
    private Consumer<String> onChange = what -> {};
    private Runnable beforeCall = () -> {};

    public Helpers(Gdb gdb) {
        this(gdb, false, new PrefetchedReplies(gdb));
    }

    private Helpers(Gdb gdb, boolean hex, PrefetchedReplies prefetched) {
        this.gdb = gdb;
        this.hex = hex;
        this.prefetched = prefetched;
    }

    /** {@code tell} gets what an operation has changed in the program, {@code memory} or {@code registers}; on GDB's reader thread. */
    public void onChange(Consumer<String> tell) {
        onChange = tell;
    }

    /** {@code check} is called before each operation, and throws when the request at hand was cancelled; not within {@link Gdb#uninterrupted}. */
    public void beforeCall(Runnable check) {
        beforeCall = check;
    }

    /** The same helpers, whose answers show integers in hexadecimal or, as usual, do not. */
    public Helpers inHex(boolean wanted) {
        if (wanted == hex) {
            return this;
        }
        Helpers other = new Helpers(gdb, wanted, prefetched);
        other.onChange(onChange);
        other.beforeCall(beforeCall);
        return other;
    }

    /**
     * Carries out an operation, in one round trip. Throws {@link dev.twinstack.adapter.dap.UserError} with the helpers' sentence when it failed,
     * {@link HelperException} when that is a defect of theirs.
     */
    public <R extends Record> R call(String operation, Record arguments, Class<R> reply) {
        check();
        return await(operation, send(operation, arguments, reply));
    }

    /** The answer to a question; the one that GDB was asked for ahead if there is one that has not failed. Throws as {@link #call}. */
    public <R extends Record> R answer(Question<R> question) {
        check();
        String arguments = Reply.write(question.arguments(), hex);
        CompletableFuture<?> early = prefetched.take(question.operation() + arguments);
        if (early != null) {
            try {
                return question.reply().cast(await(question.operation(), early));
            } catch (RuntimeException failed) {
                if (!early.isCompletedExceptionally()) {
                    throw failed;
                }
                check();
            }
        }
        return await(question.operation(), prefetched.ask(() -> send(question, arguments)));
    }

    /** Has GDB begin on a question whose {@link #answer} is likely to be wanted next, if the whole program stands; a failure has no effect. */
    public void expect(Question<?> question) {
        expect(List.of(question));
    }

    /** The same for several questions, in one operation, which takes a fifth less. */
    public void expect(List<? extends Question<?>> questions) {
        Map<String, Question<?>> asked = new LinkedHashMap<>();
        questions.forEach(each -> asked.put(each.operation() + Reply.write(each.arguments(), hex), each));
        prefetched.expect(asked, each -> each.size() == 1 ? List.of(alone(each.get(0))) : together(each));
    }

    private CompletableFuture<?> alone(Question<?> question) {
        return send(question, Reply.write(question.arguments(), hex));
    }

    private List<? extends CompletableFuture<?>> together(List<Question<?>> questions) {
        return Several.each(send(Several.OPERATION, Several.of(questions, hex), Several.Replies.class), questions);
    }

    /** A number that changes whenever GDB is sent anything but a question: while the whole program stands, an answer is true as long as it is the same. */
    public long age() {
        return prefetched.age();
    }

    /** How many answers were expected and not wanted yet. */
    public int expected() {
        return prefetched.waiting();
    }

    /** Gives up what was expected and not wanted yet, even if GDB is still at work on it. */
    public void expectNothing() {
        prefetched.giveUp();
    }

    /** {@code stands}: whether the whole program stands; only then is anything expected. */
    public void expectOnlyWhile(BooleanSupplier stands) {
        prefetched.onlyWhile(stands);
    }

    private <R extends Record> CompletableFuture<R> send(Question<R> question, String arguments) {
        return send(question.operation(), arguments, question.reply());
    }

    private void check() {
        if (!gdb.isUninterrupted()) {
            beforeCall.run();
        }
    }

    private <T> T await(String operation, CompletableFuture<T> reply) {
        return gdb.await("'twinstack " + operation + "'", reply);
    }

    /** As {@link #call}, for an operation whose reply says nothing. */
    public void call(String operation, Record arguments) {
        call(operation, arguments, Nothing.class);
    }

    /** Sends an operation without waiting for its reply; fails as {@link #call} throws. */
    public <R extends Record> CompletableFuture<R> send(String operation, Record arguments, Class<R> reply) {
        return send(operation, Reply.write(arguments, hex), reply);
    }

    private <R extends Record> CompletableFuture<R> send(String operation, String arguments, Class<R> reply) {
        return HelperDoor.of(gdb)
                .send(gdb, operation, arguments)
                .thenApply(json -> Reply.read(operation, json, reply, onChange));
    }

    /** As {@link #send(String, Record, Class)}, for an operation whose reply says nothing. */
    public CompletableFuture<?> send(String operation, Record arguments) {
        return send(operation, arguments, Nothing.class);
    }

    /** No arguments, or no reply. */
    public record Nothing() {}
}
