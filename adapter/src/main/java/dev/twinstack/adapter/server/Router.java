package dev.twinstack.adapter.server;

import dev.twinstack.adapter.dap.UserError;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The way of every request to its handler: one that was cancelled is refused, and what the handler throws becomes the answer. */
abstract class Router {
    private final RequestGate gate;

    Router(RequestGate gate) {
        this.gate = gate;
    }

    /** Runs a handler to its end; what it returns is the answer. */
    final <T> CompletableFuture<T> answer(Supplier<T> handler) {
        return later(() -> CompletableFuture.completedFuture(handler.get()));
    }

    /** As {@link #answer(Supplier)}, for a request that must have arguments. */
    final <A, T> CompletableFuture<T> answer(A arguments, Function<A, T> handler) {
        return answer(() -> handler.apply(complete(arguments)));
    }

    /** Runs a handler to its end; the answer says only that. */
    final CompletableFuture<Void> done(Runnable handler) {
        return answer(() -> {
            handler.run();
            return null;
        });
    }

    /** As {@link #done(Runnable)}, for a request that must have arguments. */
    final <A> CompletableFuture<Void> done(A arguments, Consumer<A> handler) {
        return done(() -> handler.accept(complete(arguments)));
    }

    /** Runs a handler whose answer comes at a time of its own choosing. */
    final <T> CompletableFuture<T> later(Supplier<CompletableFuture<T>> handler) {
        try {
            gate.check();
            return handler.get();
        } catch (RuntimeException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    private static <A> A complete(A arguments) {
        return RequiredProperties.of(required(arguments));
    }

    static <A> A required(A arguments) {
        if (arguments == null) {
            throw new UserError("The request lacks its arguments; the Debug Adapter Protocol tells which it needs.");
        }
        return arguments;
    }
}
