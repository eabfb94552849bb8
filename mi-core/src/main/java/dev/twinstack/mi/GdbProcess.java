package dev.twinstack.mi;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A GDB that runs for us: started, set up, interrupted, and ended together with its children.
 *
 * <p>Should this process end without {@link #close()}, a shutdown hook kills GDB and its children; should it be killed,
 * GDB finds its standard input closed and quits by itself.
 */
public final class GdbProcess implements AutoCloseable {
    private static final String MI3 = "mi3";
    private static final String MI2 = "mi2";
    private static final Logger LOG = LoggerFactory.getLogger(GdbProcess.class);
    private static final Duration QUIT_TIMEOUT = Duration.ofMillis(1500);
    private static final long LAST_WORDS_MILLIS = 500;
    private static final Duration INTERRUPT_TIMEOUT = Duration.ofSeconds(5);

    private final Process process;
    /** Null where GDB runs on this machine. */
    private final PipedGdb piped;

    private final GdbErrors errors;
    private final MiConnection connection;
    private final SetupOutput output;
    private final GdbSetup setup;
    private final ProcessTree tree;

    private GdbProcess(GdbOptions options, String interpreter, Consumer<MiRecord> events) {
        piped = options.pipe() == null ? null : PipedGdb.start(options, GdbLaunch.command(options, interpreter));
        process = piped == null ? GdbLaunch.start(options, interpreter) : piped.process();
        errors = new GdbErrors(process.getErrorStream(), options.transcript());
        output = new SetupOutput(events);
        connection = new MiConnection(
                process.getInputStream(), process.getOutputStream(), output, options.transcript(), this::ending);
        tree = new ProcessTree(process, this::quitBeyondPipe);
        setup = new GdbSetup(options, interpreter, connection, output);
        process.onExit()
                .thenRunAsync(
                        connection::gdbExited,
                        CompletableFuture.delayedExecutor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS));
    }

    /**
     * Starts GDB and sends the set-up: debuginfod, pagination and confirmation off, {@code mi-async} on, no line width.
     *
     * <p>Waits only for GDB's first word, some 100 ms, because a GDB before 9.1 refuses {@code mi3} with its first word
     * and is then started anew with {@code mi2}; {@link #features()} waits for the rest.
     *
     * @param events gets, on the connection's reader thread, every record that answers no command; what the set-up
     *     itself prints is left out
     * @throws GdbUnavailableException when GDB cannot be started or says nothing in time
     * @throws MiException when the waiting thread is interrupted; GDB is ended then
     */
    public static GdbProcess start(GdbOptions options, Consumer<MiRecord> events) {
        GdbProcess gdb = new GdbProcess(options, MI3, events);
        gdb.awaitFirstWord(options);
        if (!gdb.refusesInterpreter()) {
            return gdb;
        }
        gdb.close();
        return new GdbProcess(options, MI2, events);
    }

    private void awaitFirstWord(GdbOptions options) {
        CompletableFuture<Object> word = CompletableFuture.anyOf(output.first(), connection.closed());
        try {
            word.get(options.answerTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            close();
            throw GdbLaunch.silent(options);
        } catch (InterruptedException e) {
            discard();
            throw new MiException("The wait for GDB's first word was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Neither of the two is ever failed.", e);
        }
    }

    private boolean refusesInterpreter() {
        // "Interpreter `mi3' unrecognized", in the user's language.
        return !output.first().isDone() && errors.lastLines(LAST_WORDS_MILLIS).contains(MI3);
    }

    public MiConnection connection() {
        return connection;
    }

    /**
     * What this GDB can do; waits for its answers to the set-up.
     *
     * @throws GdbUnavailableException when GDB has ended, is too old, lacks the Python that the options ask for, or does
     *     not answer in time
     */
    public GdbFeatures features() {
        return setup.features();
    }

    /** The number of GDB's process; for a GDB at the other end of a pipe that of the pipe's process on this machine. */
    public long pid() {
        return process.pid();
    }

    /** Where GDB runs, if it runs at the other end of a pipe. */
    public Optional<GdbPlace> place() {
        return Optional.ofNullable(piped).map(PipedGdb::place);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Sends SIGINT to GDB itself, not to the debuggee: a command that it is busy with fails with {@code Quit}
     * ({@link MiErrorException#isQuit()}). An idle GDB does nothing.
     */
    public void interrupt() {
        if (!isAlive()) {
            return;
        }
        try {
            if (piped == null) {
                interruptHere();
            } else {
                piped.interrupt();
            }
        } catch (IOException e) {
            throw new MiException("GDB could not be interrupted, because sh cannot be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Java sends no SIGINT; the kill built into the shell needs no package. */
    private void interruptHere() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
        if (!kill.waitFor(INTERRUPT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            kill.destroyForcibly();
        }
    }

    /** Ends GDB and everything that it started, the debuggee and its children too; bounded, whatever state GDB is in. */
    @Override
    public void close() {
        quit();
        tree.kill();
    }

    /** As {@link #close}, for a GDB that has debugged nothing: it need not finish what it is busy with. */
    public void discard() {
        if (piped == null) {
            connection.close();
            tree.kill();
        } else {
            close();
        }
    }

    /** Ends GDB, but none of its children: for a debuggee that was launched and then detached from. */
    public void closeKeepingChildren() {
        tree.release();
        close();
    }

    /** Lets the shell at the other end of the pipe, which may run on this machine, see GDB end: killed with it, it would leave behind what it is to put in order then. */
    private void quitBeyondPipe() {
        if (piped != null) {
            quit();
        }
    }

    private void quit() {
        tree.remember();
        connection.send(MiCommand.of("-gdb-exit"));
        connection.close();
        tree.awaitGdb(QUIT_TIMEOUT);
        if (piped != null && isAlive()) {
            killBeyondPipe();
        }
    }

    /** As {@link ProcessTree#kill}, at the other end of the pipe; the shell there deletes GDB's directory once GDB has ended. */
    private void killBeyondPipe() {
        try {
            piped.signal("TERM");
            tree.awaitGdb(QUIT_TIMEOUT);
            if (isAlive()) {
                piped.signal("KILL");
                tree.awaitGdb(QUIT_TIMEOUT);
            }
        } catch (IOException e) {
            LOG.warn("GDB may be left at the other end of its pipe", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String ending() {
        try {
            if (!process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
                return "GDB has closed its output.";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String said = errors.lastLines(LAST_WORDS_MILLIS).replaceFirst("\\.$", "");
        return "GDB has ended with status " + process.exitValue() + (said.isEmpty() ? "." : " and said: " + said + ".");
    }
}
