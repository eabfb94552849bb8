package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.GdbOptions;
import dev.twinstack.mi.GdbProcess;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import dev.twinstack.mi.MiRecord;
import dev.twinstack.mi.MiTranscript;
import dev.twinstack.mi.MiValue;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The GDB of a session with the Python helpers loaded: started ahead of {@code launch} so that it warms up beside the client's set-up, asked
 * by the session thread alone, ended with the session.
 */
public final class Gdb implements AutoCloseable {
    /** How long a handler waits for one answer: symbol loading of large libraries takes seconds, more is a hang. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MiTranscript transcript;
    private final SessionDirectory directory;
    private Consumer<MiRecord> records;
    private Consumer<String> onClosed;
    private volatile GdbStart start;
    private volatile GdbProcess process;
    private volatile Helpers helpers;
    private volatile CompletableFuture<MiRecord.Result> awaited;
    /** Where GDB's console goes while somebody wants it. */
    private volatile StringBuffer console;
    /** No handler may begin to wait: the request that ends the session is next. */
    private volatile boolean leaving;

    public Gdb(MiTranscript transcript, SessionDirectory directory) {
        this.transcript = transcript;
        this.directory = directory;
    }

    /**
     * Before anything is started: {@code unasked} gets what GDB says by itself, {@code closed} the reason when GDB has ended; both on GDB's
     * reader thread.
     */
    public void listen(Consumer<MiRecord> unasked, Consumer<String> closed) {
        records = unasked;
        onClosed = closed;
    }

    /** Starts the GDB of that path ({@code null}: {@code gdb} of PATH) in the background; one started before from another path is ended. */
    public void start(String path) {
        if (start == null || start.hasFailed() || !Objects.equals(start.path(), path)) {
            close();
            start = new GdbStart(options().withGdb(path), this::received, onClosed);
            giveUpWhenLeaving();
        }
    }

    /** Waits until GDB and the helpers are ready. Throws {@link UserError} when GDB is missing, too old, or without Python. */
    public void awaitReady() {
        process = start.await(PATIENCE);
        helpers = new Helpers(this, process.features().hasMiCommand());
    }

    /** Whether a program is being debugged with it, or about to be. */
    boolean isInUse() {
        return helpers != null;
    }

    /** The operations of the helpers. Throws {@link UserError} before a program is being debugged. */
    public Helpers helpers() {
        if (helpers == null) {
            throw new UserError("No program is being debugged yet; send a launch request first.");
        }
        return helpers;
    }

    /** Sends a command without waiting for its result. */
    public CompletableFuture<MiRecord.Result> send(MiCommand command) {
        helpers();
        return process.connection().send(command);
    }

    /** The results of a command. Throws {@link dev.twinstack.mi.MiErrorException} with GDB's own words, {@link UserError} when it stays silent. */
    public MiValue.Tuple ask(MiCommand command) {
        CompletableFuture<MiRecord.Result> reply = send(command);
        awaited = reply;
        giveUpWhenLeaving();
        try {
            return reply.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).results();
        } catch (TimeoutException slow) {
            process.interrupt();
            throw new UserError(
                    "GDB has not answered " + command.operation() + " within " + PATIENCE.toSeconds()
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

    /**
     * What GDB, and any program that it runs for that, prints while it carries out a command. Throws as {@link #ask}, and {@link UserError} with
     * all that was said when GDB refuses.
     */
    public String console(MiCommand command) {
        StringBuffer printed = new StringBuffer();
        console = printed;
        try {
            ask(command);
            return printed.toString();
        } catch (MiErrorException refused) {
            if (refused.isQuit() || printed.isEmpty()) {
                throw refused;
            }
            throw new UserError("GDB refused: " + sentence(printed.toString()), refused);
        } finally {
            console = null;
        }
    }

    /** Fails the wait in progress and every further one at once, until {@link #allowWaits}; from any thread. */
    public void abandonWaits() {
        leaving = true;
        giveUpWhenLeaving();
    }

    /** Whether the request that ends the session is next. */
    boolean isLeaving() {
        return leaving;
    }

    /** Handlers may wait again. */
    public void allowWaits() {
        leaving = false;
    }

    private void giveUpWhenLeaving() {
        CompletableFuture<MiRecord.Result> waiting = awaited;
        if (leaving && waiting != null) {
            waiting.completeExceptionally(new UserError("The request was given up because the session is ending."));
        }
        GdbStart starting = start;
        if (leaving && starting != null) {
            starting.giveUp();
        }
    }

    /** Interrupts the command that GDB works on, which then fails with {@code Quit}; from any thread. */
    public void interrupt() {
        GdbProcess running = process;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Ends GDB, and with it a program that it launched. */
    @Override
    public void close() {
        end(GdbProcess::close);
    }

    /** Ends GDB alone; a program that it launched and was detached from lives on. */
    void closeKeepingProgram() {
        end(GdbProcess::closeKeepingChildren);
    }

    private void end(Consumer<GdbProcess> how) {
        if (start != null) {
            start.end(how);
        }
        start = null;
        process = null;
        helpers = null;
    }

    /**
     * The launch script goes through {@code $SHELL -c}, which must be a POSIX shell, whatever the user's own is. GDB looks for a source that
     * is missing by its bare name in its own directory, which is therefore one without sources.
     */
    private GdbOptions options() {
        return GdbOptions.defaults()
                .withDirectory(directory.path())
                .withTranscript(transcript)
                .withEnvironment(Map.of("SHELL", "/bin/sh"));
    }

    private void received(MiRecord record) {
        Helpers loaded = helpers;
        if (loaded != null) {
            loaded.onRecord(record);
        }
        StringBuffer printed = console;
        if (printed != null && record instanceof MiRecord.Stream stream) {
            printed.append(stream.text());
        } else if (printed != null && record instanceof MiRecord.Output other) {
            printed.append(other.text()).append('\n');
        }
        records.accept(record);
    }

    private static String sentence(String said) {
        String stripped = said.strip();
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }
}
