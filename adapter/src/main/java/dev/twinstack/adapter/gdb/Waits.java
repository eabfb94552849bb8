package dev.twinstack.adapter.gdb;

import dev.twinstack.adapter.dap.UserError;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the session thread waits for GDB, and what ends a wait early: a cancelled request, or the session's end; neither interrupts work that must be completed. */
final class Waits {
    private static final Logger LOG = LoggerFactory.getLogger(Waits.class);

    /** How long a handler waits for one answer: symbol loading of large libraries takes seconds, more is a hang. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How long GDB may still work on what was asked for ahead before it is interrupted. */
    private static final Duration MOMENT = Duration.ofMillis(300);

    private BoundedWait patience = new BoundedWait(PATIENCE, () -> {});
    private volatile CompletableFuture<?> awaited;
    /** What the wait in progress is for, if that is no answer of GDB; else null. */
    private volatile CompletableFuture<?> other;

    /** No handler may begin to wait: the request that ends the session is next. */
    private volatile boolean leaving;
    /** What is being done is neither given up nor interrupted. */
    private volatile boolean uninterrupted;

    /** Completed when the work that is not interrupted is to end as soon as it can. */
    private volatile CompletableFuture<Void> hurry = new CompletableFuture<>();

    /** What is done again and again while a handler waits; on the session thread. */
    void meanwhile(Runnable action) {
        patience = new BoundedWait(PATIENCE, action);
    }

    BoundedWait patience() {
        return patience;
    }

    /** {@code what} names what is waited for; {@code interrupt} is done when it does not come in time. Throws as {@link Gdb#ask}. */
    <T> T await(String what, CompletableFuture<T> reply, Runnable interrupt) {
        awaited = reply;
        giveUpWhenLeaving();
        try {
            return patience.get(reply);
        } catch (TimeoutException slow) {
            interrupt.run();
            throw new UserError(
                    "GDB has not answered " + what + " within " + PATIENCE.toSeconds()
                            + " seconds and was interrupted; try again, or end the session if it stays silent.",
                    slow);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UserError("The session is ending.", interrupted);
        } finally {
            awaited = null;
        }
    }

    /** As {@link Gdb#awaitOther}. */
    void awaitOther(String what, CompletableFuture<?> other, Runnable interrupt) {
        this.other = other;
        try {
            await(what, other, interrupt);
        } finally {
            this.other = null;
        }
    }

    /** As {@link Gdb#giveUp}. */
    void giveUp(CompletableFuture<?> unneeded, Runnable interrupt) {
        long since = System.nanoTime();
        BoundedWait wait = new BoundedWait(PATIENCE, () -> {
            if (System.nanoTime() - since > MOMENT.toNanos()) {
                interrupt.run();
            }
        });
        try {
            wait.get(unneeded);
        } catch (TimeoutException | ExecutionException given) {
            LOG.debug("What was read ahead was given up", given);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fails the wait in progress and every further one at once, until {@link #allow}; from any thread. */
    void abandon() {
        leaving = true;
        hurry();
        giveUpWhenLeaving();
    }

    void allow() {
        leaving = false;
    }

    boolean isLeaving() {
        return leaving;
    }

    private void giveUpWhenLeaving() {
        CompletableFuture<?> waiting = awaited;
        if (leaving && waiting != null && !uninterrupted) {
            waiting.completeExceptionally(new UserError("The request was given up because the session is ending."));
        }
    }

    /** Fails the wait in progress if it is for something other than an answer of GDB; returns whether it is. */
    boolean cancelOther() {
        CompletableFuture<?> waiting = other;
        if (waiting != null) {
            waiting.completeExceptionally(UserError.cancelled());
        }
        return waiting != null;
    }

    <T> T uninterrupted(Supplier<T> work) {
        hurry = new CompletableFuture<>();
        uninterrupted = true;
        if (leaving) {
            hurry();
        }
        try {
            return work.get();
        } finally {
            uninterrupted = false;
        }
    }

    boolean isUninterrupted() {
        return uninterrupted;
    }

    void hurry() {
        if (uninterrupted) {
            hurry.complete(null);
        }
    }

    CompletableFuture<Void> hurried() {
        return hurry;
    }

    boolean isHurried() {
        patience.meanwhile().run();
        return hurry.isDone();
    }
}
