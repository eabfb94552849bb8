package dev.twinstack.adapter.output;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.session.Gdb;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The debuggee's own terminal: a pseudo terminal made by the helpers inside GDB, whose output comes here through a Unix socket and becomes
 * {@code output} events. Both of the program's streams share it, in the order in which they were written. The pump hands over one chunk at
 * a time and waits until it is sent, so that a flood of output fills no memory: it holds back the program, as a terminal does.
 */
public final class DebuggeeTerminal {
    private static final Logger LOG = LoggerFactory.getLogger(DebuggeeTerminal.class);
    private static final int CHUNK = 64 * 1024;
    private static final int STALLED_SECONDS = 10;

    private final Gdb gdb;
    private final SessionThread thread;
    private final Events events;
    private final CompletableFuture<Void> allSent = new CompletableFuture<>();
    private ServerSocketChannel server;
    private long sent;
    private long expected = Long.MAX_VALUE;

    public DebuggeeTerminal(Gdb gdb, SessionThread thread, Events events) {
        this.gdb = gdb;
        this.thread = thread;
        this.events = events;
    }

    /** Makes the terminal and connects it, with the socket in {@code directory}, which only the user may enter. */
    public void open(Path directory) {
        Path socket = directory.resolve("terminal");
        try {
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException failure) {
            throw new UserError(
                    "The program's terminal cannot be connected through '" + socket + "' (" + failure.getMessage()
                            + "); point TMPDIR to a short path on a local disk.",
                    failure);
        }
        Thread pump = new Thread(this::pump, "debuggee-terminal");
        pump.setDaemon(true);
        pump.start();
        gdb.helpers().terminal(socket.toString());
    }

    /** Completes on the session thread when all that the ended program wrote was sent, or when no more of it comes for some seconds. */
    public CompletableFuture<Void> drained() {
        if (server == null) {
            return CompletableFuture.completedFuture(null);
        }
        drain();
        return allSent;
    }

    private void drain() {
        long before = sent;
        gdb.helpers()
                .terminalDrain()
                .whenComplete((drained, failure) -> thread.post(() -> {
                    if (failure != null) {
                        LOG.warn("The end of the program's output could not be awaited", failure);
                        allSent.complete(null);
                    } else if (drained.drained() || sent == before) {
                        expect(drained.bytes());
                    } else {
                        drain();
                    }
                }));
    }

    private void expect(long bytes) {
        expected = bytes;
        completeWhenAllSent();
        CompletableFuture.delayedExecutor(STALLED_SECONDS, TimeUnit.SECONDS)
                .execute(() -> thread.post(() -> allSent.complete(null)));
    }

    private void completeWhenAllSent() {
        if (sent >= expected) {
            allSent.complete(null);
        }
    }

    private void pump() {
        try (ServerSocketChannel listening = server;
                SocketChannel channel = listening.accept()) {
            ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
            Utf8Stream text = new Utf8Stream();
            while (channel.read(bytes) >= 0) {
                int size = bytes.position();
                send(text.decode(bytes.flip()), size);
                bytes.clear();
            }
            send(text.end(), 0);
        } catch (IOException failure) {
            LOG.warn("The program's terminal was cut off", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(String text, int bytes) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        thread.post(() -> {
            events.output(OutputEventArgumentsCategory.STDOUT, text);
            sent += bytes;
            completeWhenAllSent();
            done.countDown();
        });
        done.await();
    }
}
