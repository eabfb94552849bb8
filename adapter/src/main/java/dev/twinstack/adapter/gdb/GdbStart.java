package dev.twinstack.adapter.gdb;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.GdbOptions;
import dev.twinstack.mi.GdbProcess;
import dev.twinstack.mi.MiClosedException;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiException;
import dev.twinstack.mi.MiRecord;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The start of a GDB and the loading of the helpers, on a thread of its own. It can be given up at any time, and leaves no process. */
final class GdbStart {
    private final GdbOptions options;
    private final Supplier<Path> directory;
    private final Supplier<MiCommand> loading;
    private final Consumer<MiRecord> records;
    private final Consumer<String> closed;
    private final CompletableFuture<GdbProcess> ready = new CompletableFuture<>();
    private final Thread thread = new Thread(this::start, "gdb-start");
    private volatile boolean ending;
    private volatile boolean discarded;

    /**
     * Starts at once. Both consumers are called on GDB's reader thread.
     *
     * @param directory where GDB runs. GDB looks for a source that is missing by its bare name in its own directory, which is therefore one without sources
     * @param loading the command that loads the helpers
     * @param records gets what GDB says by itself
     * @param closed gets the reason when GDB ends although nobody has ended it
     */
    GdbStart(
            GdbOptions options,
            Supplier<Path> directory,
            Supplier<MiCommand> loading,
            Consumer<MiRecord> records,
            Consumer<String> closed) {
        this.options = options;
        this.directory = directory;
        this.loading = loading;
        this.records = records;
        this.closed = closed;
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether it has come to nothing, or has ended since. */
    boolean hasFailed() {
        return ready.isCompletedExceptionally()
                || ready.isDone() && !ready.join().isAlive();
    }

    /** Whether it is the same GDB with the same arguments. */
    boolean isFor(GdbOptions other) {
        return options.isSameGdb(other);
    }

    /** Waits until GDB can be used. Throws {@link UserError} when it is missing, too old, without Python, silent, or given up. */
    GdbProcess await(BoundedWait patience) {
        try {
            return patience.get(ready);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (TimeoutException slow) {
            throw new UserError(
                    "GDB was not ready within " + patience.patience().toSeconds()
                            + " seconds; check the 'gdb' setting.",
                    slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UserError("The session is ending.", interrupted);
        }
    }

    /** Unless GDB is ready: ends it, and fails whoever waits for it with that reason; from any thread. */
    void giveUp(UserError reason) {
        if (ready.completeExceptionally(reason)) {
            thread.interrupt();
        }
    }

    /** Ends a GDB that is ready as {@code how} does, and gives one up that is not; returns when GDB is gone. */
    void end(Consumer<GdbProcess> how) {
        ending = true;
        giveUp(new UserError("The start of GDB was given up because it is not needed any more."));
        ready.thenAccept(how).exceptionally(givenUp -> null).join();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has a GDB end that has debugged nothing, and waits for nothing. What it still says is not heard. */
    void discard() {
        ending = true;
        discarded = true;
        giveUp(new UserError("The start of GDB was given up because another GDB is wanted."));
        ready.thenAcceptAsync(GdbProcess::discard);
    }

    private void start() {
        GdbProcess started = null;
        try {
            CompletableFuture<MiCommand> helpers =
                    CompletableFuture.supplyAsync(loading); // unpacks files, while GDB starts
            started = GdbProcess.start(options.withDirectory(directory.get()), this::said);
            load(started, helpers.get());
            if (ready.complete(started)) {
                started.connection().onClosed(this::tellUnlessEnding);
                return;
            }
        } catch (ExecutionException failed) {
            ready.completeExceptionally(unloaded(failed.getCause()));
        } catch (MiException failed) {
            ready.completeExceptionally(new UserError(failed.getMessage(), failed));
        } catch (RuntimeException | InterruptedException failed) {
            ready.completeExceptionally(failed);
        }
        Thread.interrupted(); // what is given up is still ended
        if (started != null) {
            started.discard();
        }
    }

    /** Loads the helpers while GDB answers its set-up; returns when both are done. */
    private void load(GdbProcess started, MiCommand loading) throws ExecutionException, InterruptedException {
        Future<?> helpers = started.connection().send(loading);
        started.features();
        helpers.get();
    }

    private void said(MiRecord record) {
        if (!discarded) {
            records.accept(record);
        }
    }

    private static UserError unloaded(Throwable reason) {
        return reason instanceof UserError known
                ? known
                : new UserError("GDB could not load Twinstack's helpers: " + reason.getMessage(), reason);
    }

    private void tellUnlessEnding(MiClosedException reason) {
        if (!ending) {
            closed.accept(reason.getMessage());
        }
    }
}
