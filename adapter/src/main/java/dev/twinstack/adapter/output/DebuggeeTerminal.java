package dev.twinstack.adapter.output;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.GdbPipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The debuggee's own terminal: a pseudo terminal made by the helpers inside GDB, whose other end comes here through a Unix socket. Nothing
 * of it passes through GDB/MI.
 *
 * <p>Two daemon threads: {@code terminal-output} accepts the connection and carries output ({@link OutputPump}) until it ends,
 * {@code terminal-input} begins with the first input and ends with the process.
 */
public final class DebuggeeTerminal {
    private static final Logger LOG = LoggerFactory.getLogger(DebuggeeTerminal.class);

    private final TerminalOperations operations;
    private final OutputPump output;
    private final ClientTerminal atClient;
    private final Executor input = Executors.newSingleThreadExecutor(task -> daemon("terminal-input", task));
    private final CompletableFuture<WritableByteChannel> connected = new CompletableFuture<>();
    private ServerSocketChannel server;
    private TerminalPipe pipe;

    public DebuggeeTerminal(Helpers helpers, OutputPump output, ClientTerminal atClient) {
        this.operations = new TerminalOperations(helpers);
        this.output = output;
        this.atClient = atClient;
    }

    /**
     * Completed when the terminal is made and connected, with its socket in {@code directory}, which only the user may enter. One that is
     * open serves the next run, too.
     */
    public CompletableFuture<?> open(Path directory) {
        if (isOpen()) {
            return CompletableFuture.completedFuture(null);
        }
        Path socket = directory.resolve("terminal");
        try {
            Files.deleteIfExists(socket);
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException failure) {
            throw new UserError(
                    "The program's terminal cannot be connected through '" + socket + "' (" + failure.getMessage()
                            + "); point TMPDIR to a directory on a local disk.",
                    failure);
        }
        ServerSocketChannel listening = server;
        daemon("terminal-output", () -> accept(listening)).start();
        return operations.terminal(socket.toString());
    }

    /**
     * As {@link #open}, for a program at the other end of a pipe.
     *
     * @param directory GDB's directory there
     * @param wait waits, bounded, until what it gets is completed
     */
    public void openThrough(GdbPipe way, String directory, Consumer<CompletableFuture<?>> wait) {
        if (isOpen()) {
            return;
        }
        operations.pipe(directory);
        try {
            TerminalPipe opened = TerminalPipe.start(way, directory);
            pipe = opened;
            wait.accept(opened.connected());
            daemon("terminal-output", () -> carry(opened)).start();
        } catch (IOException failure) {
            throw unconnected(way, failure);
        } catch (RuntimeException failed) {
            close();
            throw failed instanceof UncheckedIOException lost ? unconnected(way, lost.getCause()) : failed;
        }
        operations.piped();
    }

    private static UserError unconnected(GdbPipe way, IOException failure) {
        return new UserError(
                "The program's terminal cannot be connected through a second '" + way.text() + "' ("
                        + failure.getMessage() + "); check that several can be open at a time.",
                failure);
    }

    /** The terminal that the client may open, for the program to have instead of this one. */
    public ClientTerminal atClient() {
        return atClient;
    }

    /** Takes {@link #open} back, before any program has used it. */
    public void close() {
        atClient.close();
        if (server != null) {
            try {
                server.close();
            } catch (IOException failure) {
                LOG.debug("The terminal's socket could not be closed", failure);
            }
            server = null;
        }
        if (pipe != null) {
            try {
                pipe.close();
            } catch (IOException failure) {
                LOG.debug("The terminal's pipe could not be closed", failure);
            }
            pipe = null;
        }
    }

    /** Whether the program has this terminal. A process that was attached to keeps its own, and a program may have one of the client's instead. */
    public boolean isOpen() {
        return server != null || pipe != null;
    }

    /** Types {@code text} for the program to read; never waits until it does. */
    public void type(String text) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        connected.thenAcceptAsync(channel -> write(channel, bytes), input);
    }

    /** Keeps the terminal, if there is one, open for a program that runs on without GDB; closing it would send the program a SIGHUP. */
    public void keep() {
        if (isOpen() || atClient.isOpen()) {
            operations.keep();
        }
    }

    /** Completes when all that the ended program wrote was sent, or when no more of it comes for some seconds. */
    public CompletableFuture<Void> drained() {
        if (atClient.isOpen()) {
            return operations.drain().handle((drained, failure) -> null);
        }
        return isOpen() ? output.drained(operations::drain) : CompletableFuture.completedFuture(null);
    }

    private void accept(ServerSocketChannel listening) {
        try (listening;
                SocketChannel channel = listening.accept()) {
            connected.complete(channel);
            output.pump(channel);
        } catch (AsynchronousCloseException takenBack) {
            LOG.debug("The program's terminal was not used", takenBack);
        } catch (IOException failure) {
            LOG.warn("The program's terminal was cut off", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(TerminalPipe from) {
        connected.complete(from);
        try {
            output.pump(Channels.newChannel(from.output()));
        } catch (IOException failure) {
            LOG.warn("The program's terminal was cut off", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(WritableByteChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException ended) {
            LOG.debug("The program's terminal takes no more input", ended);
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
