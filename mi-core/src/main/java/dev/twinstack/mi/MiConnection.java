package dev.twinstack.mi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conversation with one GDB: commands out, replies matched to them by token, everything else to one consumer.
 *
 * <p>Two daemon threads: the reader parses, completes replies and calls the consumer, all in the order in which GDB
 * printed; the writer ({@link CommandWriter}) keeps a GDB that does not read from blocking anybody. Commands may be sent from any thread and are
 * pipelined.
 */
public final class MiConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MiConnection.class);
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final Consumer<MiRecord> events;
    private final Supplier<String> ending;
    private final MiTranscript transcript;
    private final PendingReplies replies = new PendingReplies();
    private final CommandWriter writer;
    private final Thread reader = new Thread(this::read, "gdb-mi-reader");
    private final CompletableFuture<MiClosedException> closed = new CompletableFuture<>();

    /** A connection that gives no reason for its end. */
    public MiConnection(InputStream in, OutputStream out, Consumer<MiRecord> events, MiTranscript transcript) {
        this(in, out, events, transcript, () -> "GDB has ended.");
    }

    /**
     * @param in GDB's standard output
     * @param out GDB's standard input
     * @param events gets, on the reader thread, every record that answers no command
     * @param ending says, once GDB's output has ended, why: a whole sentence
     */
    MiConnection(
            InputStream in,
            OutputStream out,
            Consumer<MiRecord> events,
            MiTranscript transcript,
            Supplier<String> ending) {
        this.in = in;
        this.events = events;
        this.transcript = transcript;
        this.ending = ending;
        this.writer = new CommandWriter(out, transcript);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Sends a command; never blocks.
     *
     * @return completed on the reader thread with GDB's reply, or exceptionally with {@link MiErrorException} when GDB
     *     refuses, {@link MiProtocolException} when its reply cannot be read or never came, or {@link MiClosedException} when it ends
     *     first. Cancelling it only drops the reply; to stop the command itself, interrupt GDB.
     */
    public CompletableFuture<MiRecord.Result> send(MiCommand command) {
        return send(command, said -> {});
    }

    /**
     * Sends a command as {@link #send(MiCommand)} does; {@code during} gets, on the reader thread and before the reply,
     * every other record that GDB prints while this is the oldest command without an answer: what it says of the command, and what it says by
     * itself meanwhile. The consumer of all gets them too.
     */
    public CompletableFuture<MiRecord.Result> send(MiCommand command, Consumer<MiRecord> during) {
        return replies.expect(command.operation(), during, (token, idle) -> writer.write(token + command, idle));
    }

    /**
     * Sends a command and waits for its results.
     *
     * @throws MiErrorException when GDB refuses
     * @throws MiTimeoutException when GDB does not answer in time
     * @throws MiClosedException when GDB ends first
     */
    public MiValue.Tuple ask(MiCommand command, Duration timeout) {
        if (Thread.currentThread() == reader) {
            throw new IllegalStateException("A reply is awaited on the thread that reads it: " + command.operation());
        }
        CompletableFuture<MiRecord.Result> reply = send(command);
        try {
            return reply.get(timeout.toNanos(), TimeUnit.NANOSECONDS).results();
        } catch (TimeoutException e) {
            reply.cancel(false);
            throw new MiTimeoutException(command.operation(), timeout);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            reply.cancel(false);
            Thread.currentThread().interrupt();
            throw new MiException("The wait for " + command.operation() + " was interrupted.", e);
        }
    }

    /** Completed once, with the reason, when the connection has ended; the consumer gets no record after that. */
    public CompletableFuture<MiClosedException> closed() {
        return closed;
    }

    /** Calls {@code action} once when the connection has ended, at once if it has already. */
    public void onClosed(Consumer<MiClosedException> action) {
        closed.thenAccept(action);
    }

    public MiTranscript transcript() {
        return transcript;
    }

    /** Closes GDB's standard input, upon which GDB exits by itself, and fails every waiter. */
    @Override
    public void close() {
        end(new MiClosedException("The connection to GDB was closed."));
    }

    /** GDB has exited. What it printed has been read by now, unless a child still holds its output open. */
    void gdbExited() {
        end(new MiClosedException(ending.get()));
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof RuntimeException known) {
            known.addSuppressed(new MiException("The reply was awaited here."));
            return known;
        }
        return new MiException("The reply of GDB could not be had.", cause);
    }

    private void read() {
        LineSplitter lines = new LineSplitter(MiStream.MAX_LINE, new Received());
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                lines.feed(chunk, 0, n);
            }
            lines.finish();
        } catch (IOException e) {
            LOG.debug("GDB's output ended", e);
        } finally {
            gdbExited();
        }
    }

    private void end(MiClosedException reason) {
        writer.close();
        replies.failAll(reason);
        closed.complete(reason);
    }

    private final class Received implements LineSplitter.Lines {
        @Override
        public void line(byte[] bytes, int start, int end) {
            int shown = MiTranscript.shown(end - start);
            transcript.received(new String(bytes, start, shown, StandardCharsets.UTF_8));
            split(MiParser.parse(bytes, start, end));
        }

        @Override
        public void tooLong(byte[] bytes, int length) {
            handle(MiParser.tooLong(bytes, length, MiStream.MAX_LINE));
        }

        /** Takes the output of a program off a record that follows it in the same line: the program's last line had no end. */
        private void split(MiRecord record) {
            if (record instanceof MiRecord.Malformed bad) {
                int start = replies.find(bad.line()).orElse(0);
                output(bad.line().substring(0, start));
                handle(start == 0 ? bad : MiParser.parse(bad.line().substring(start)));
            } else if (record instanceof MiRecord.Result result && result.token() != null) {
                int start = replies.findToken(result.token()).orElse(0);
                output(result.token().substring(0, start));
                handle(new MiRecord.Result(result.token().substring(start), result.resultClass(), result.results()));
            } else {
                handle(record);
            }
        }

        private void output(String text) {
            if (!text.isEmpty()) {
                handle(new MiRecord.Output(MiValue.Text.of(text)));
            }
        }

        private void handle(MiRecord record) {
            if (closed.isDone()) {
                return;
            }
            if (record instanceof MiRecord.Malformed bad) {
                LOG.warn("GDB printed no MI record. {} Line: {}", bad.message(), bad.line());
                replies.fail(bad);
            }
            try {
                if (!(record instanceof MiRecord.Result result && replies.complete(result))) {
                    replies.said(record);
                    events.accept(record);
                }
            } catch (RuntimeException e) {
                LOG.error("A consumer of GDB's records failed on {}", record, e);
            }
        }
    }
}
