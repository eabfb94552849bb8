package dev.twinstack.adapter.gdb;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.GdbFeatures;
import dev.twinstack.mi.GdbOptions;
import dev.twinstack.mi.GdbPipe;
import dev.twinstack.mi.GdbPlace;
import dev.twinstack.mi.GdbProcess;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiRecord;
import dev.twinstack.mi.MiTranscript;
import dev.twinstack.mi.MiValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The GDB of a session with the Python helpers loaded: started ahead of {@code launch} so that it warms up beside the client's set-up, asked
 * by the session thread alone, ended with the session.
 */
public final class Gdb implements AutoCloseable {
    /** How long the start of a GDB takes at most, unless something is wrong with it or the machine is slow. */
    public static final Duration USUAL_START = Duration.ofSeconds(3);

    private final MiTranscript transcript;
    private final Supplier<Path> directory;
    private final Supplier<MiCommand> loading;
    private final Supplier<MiCommand> sending;
    private volatile Consumer<MiRecord> records = record -> {};
    private volatile Consumer<String> onClosed = reason -> {};
    private volatile GdbStart start;
    private volatile GdbProcess process;
    private GdbFeatures features;
    private long sent;
    private final Waits waits = new Waits();
    private volatile boolean awaitsStart;

    /**
     * All three are asked for when GDB is started.
     *
     * @param directory where GDB runs
     * @param loading the command that loads the helpers
     * @param sending the command that loads them into a GDB of another machine, and carries them there
     */
    public Gdb(
            MiTranscript transcript,
            Supplier<Path> directory,
            Supplier<MiCommand> loading,
            Supplier<MiCommand> sending) {
        this.transcript = transcript;
        this.directory = directory;
        this.loading = loading;
        this.sending = sending;
    }

    /**
     * Before {@link #awaitReady}, as what GDB says until then is not about a program: {@code unasked} gets what GDB says by itself, {@code closed} the reason
     * when GDB has ended; both on GDB's reader thread.
     */
    public void listen(Consumer<MiRecord> unasked, Consumer<String> closed) {
        records = unasked;
        onClosed = closed;
    }

    /** What is done again and again while a handler waits; on the session thread. */
    public void meanwhile(Runnable action) {
        waits.meanwhile(action);
    }

    /**
     * Starts the GDB of that path ({@code null}: {@code gdb} of PATH) with further arguments, in the background; one started before from
     * another path or with others is ended, without a wait where it has debugged nothing. {@code pipe}: what leads to where it is to run, or null for this machine.
     */
    public void start(GdbPipe pipe, String path, List<String> arguments) {
        GdbOptions options = options().withPipe(pipe).withGdb(path).withArguments(arguments);
        if (start == null || start.hasFailed() || !start.isFor(options)) {
            GdbStart unneeded = process == null ? start : null;
            if (unneeded == null) {
                close();
            }
            start = new GdbStart(
                    options,
                    directory,
                    pipe == null ? loading : sending,
                    record -> records.accept(record),
                    reason -> onClosed.accept(reason));
            if (unneeded != null) {
                unneeded.discard();
            }
            giveUpWhenLeaving();
        }
    }

    /**
     * Waits until GDB and the helpers are ready; {@code slow} is run when that takes longer than {@link #USUAL_START}. Throws {@link UserError} when GDB is missing,
     * too old, without Python, or silent.
     */
    public void awaitReady(Runnable slow) {
        awaitsStart = true;
        try {
            GdbProcess ready = start.await(waits.patience().after(USUAL_START, slow));
            features = ready.features();
            process = ready;
        } finally {
            awaitsStart = false;
        }
    }

    /** Whether a program is being debugged with it, or about to be. */
    public boolean isInUse() {
        return process != null;
    }

    /** What this GDB can do. Throws {@link UserError} before a program is being debugged. */
    public GdbFeatures features() {
        running();
        return features;
    }

    /** Whether GDB runs at the other end of a pipe. */
    public boolean isElsewhere() {
        GdbProcess started = process;
        return started != null && started.place().isPresent();
    }

    /** Where GDB runs at the other end of its pipe. */
    public GdbPlace place() {
        return running().place().orElseThrow();
    }

    private GdbProcess running() {
        GdbProcess running = process;
        if (running == null) {
            throw new UserError("No program is being debugged yet; send a launch request first.");
        }
        return running;
    }

    /** Sends a command without waiting for its result. */
    public CompletableFuture<MiRecord.Result> send(MiCommand command) {
        sent++;
        return running().connection().send(command);
    }

    /** As {@link #send(MiCommand)}; {@code during} gets, on GDB's reader thread, all that GDB says while it carries the command out. */
    public CompletableFuture<MiRecord.Result> send(MiCommand command, Consumer<MiRecord> during) {
        sent++;
        return running().connection().send(command, during);
    }

    /** How many commands were sent. */
    public long sent() {
        return sent;
    }

    /** The results of a command. Throws {@link dev.twinstack.mi.MiErrorException} with GDB's own words, {@link UserError} when it stays silent. */
    public MiValue.Tuple ask(MiCommand command) {
        return await(command.operation(), send(command)).results();
    }

    /** Waits for what was sent to GDB; {@code what} names it. Throws as {@link #ask}. */
    public <T> T await(String what, CompletableFuture<T> reply) {
        return waits.await(what, reply, () -> process.interrupt());
    }

    /** Waits until GDB is done with what nobody needs any more; after a moment, interrupts GDB again and again. Never throws. */
    public void giveUp(CompletableFuture<?> unneeded) {
        waits.giveUp(unneeded, this::interrupt);
    }

    /** As {@link #await}, for something other than an answer of GDB: {@link #interrupt} fails the wait instead of interrupting GDB. */
    public void awaitOther(String what, CompletableFuture<?> other) {
        waits.awaitOther(what, other, () -> process.interrupt());
    }

    /** Fails the wait in progress and every further one at once, until {@link #allowWaits}; from any thread. */
    public void abandonWaits() {
        waits.abandon();
        giveUpWhenLeaving();
    }

    /** Does {@code work} to its end: {@link #interrupt} and {@link #abandonWaits} do not interrupt it, but hurry it. */
    public <T> T uninterrupted(Supplier<T> work) {
        return waits.uninterrupted(work);
    }

    /** Whether what is being done is not to be broken off. */
    public boolean isUninterrupted() {
        return waits.isUninterrupted();
    }

    /** Asks such work to end as soon as it can, because somebody waits for it; from any thread. */
    public void hurry() {
        waits.hurry();
    }

    /** Completed when the work that is being done was asked to hurry. */
    public CompletableFuture<Void> hurried() {
        return waits.hurried();
    }

    /** Whether that was asked for; looks first at what the client has sent meanwhile, for work whose waits are too short for such a look. */
    public boolean isHurried() {
        return waits.isHurried();
    }

    /** Whether the request that ends the session is next. */
    public boolean isLeaving() {
        return waits.isLeaving();
    }

    /** Handlers may wait again. */
    public void allowWaits() {
        waits.allow();
    }

    private void giveUpWhenLeaving() {
        GdbStart starting = start;
        if (waits.isLeaving() && starting != null) {
            starting.giveUp(new UserError("The start of GDB was given up because the session is ending."));
        }
    }

    /** Interrupts the command that GDB works on, which then fails with {@code Quit}, or the wait for its start; from any thread. */
    public void interrupt() {
        if (waits.isUninterrupted()) {
            hurry();
            return;
        }
        GdbStart starting = start;
        if (awaitsStart && starting != null) {
            starting.giveUp(UserError.cancelled());
        }
        GdbProcess running = process;
        if (!waits.cancelOther() && running != null) {
            running.interrupt();
        }
    }

    /** Ends GDB, and with it a program that it launched. */
    @Override
    public void close() {
        end(GdbProcess::close);
    }

    /** Ends GDB alone; a program that it launched and was detached from lives on. */
    public void closeKeepingProgram() {
        end(GdbProcess::closeKeepingChildren);
    }

    private void end(Consumer<GdbProcess> how) {
        if (start != null) {
            start.end(how);
        }
        start = null;
        process = null;
    }

    /** The launch script goes through {@code $SHELL -c}, which must be a POSIX shell, whatever the user's own is. */
    private GdbOptions options() {
        return GdbOptions.defaults()
                .withTranscript(transcript)
                .withEnvironment(Map.of("SHELL", "/bin/sh"))
                .withPythonAside();
    }
}
