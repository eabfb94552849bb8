package dev.twinstack.adapter.output;

import dev.twinstack.adapter.dap.SessionThread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a stream of a server to the client. It is read also while the session waits for GDB, which waits for the server, which may wait for its reader:
 * of what the session does not take in time, the oldest is dropped, with a remark. A session that is not at a standstill loses nothing.
 */
public final class ServerOutput {
    private static final Logger LOG = LoggerFactory.getLogger(ServerOutput.class);
    private static final String DROPPED = "\n[A part of what the server printed is left out: it came too fast.]\n";
    private static final int CHUNK = 16 * 1024;
    private static final int CHUNKS = 512;
    private static final int PATIENCE_MILLIS = 500;

    private final SessionThread thread;
    private final Consumer<String> client;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(CHUNKS);
    private final AtomicBoolean posted = new AtomicBoolean();
    private final AtomicBoolean dropped = new AtomicBoolean();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** {@code client} is given each piece of text, on the session thread. */
    public ServerOutput(SessionThread thread, Consumer<String> client) {
        this.thread = thread;
        this.client = client;
    }

    /** Reads the stream to its end, on a thread of its own. The result is completed on the session thread, when all that came was handed over. */
    public CompletableFuture<Void> read(InputStream stream) {
        Thread reader = new Thread(() -> readAll(stream), "server-output");
        reader.setDaemon(true);
        reader.start();
        return end;
    }

    private void readAll(InputStream stream) {
        try (ReadableByteChannel channel = Channels.newChannel(stream)) {
            ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
            Utf8Stream text = new Utf8Stream();
            while (channel.read(bytes) >= 0) {
                take(text.decode(bytes.flip()));
                bytes.clear();
            }
            take(text.end());
        } catch (IOException failure) {
            LOG.warn("The output of a server was cut off", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            thread.post(() -> {
                handOver();
                end.complete(null);
            });
        }
    }

    private void take(String text) throws InterruptedException {
        long patience = dropped.get() ? 0 : PATIENCE_MILLIS;
        while (!waiting.offer(text, patience, TimeUnit.MILLISECONDS)) {
            waiting.poll();
            dropped.set(true);
        }
        if (posted.compareAndSet(false, true)) {
            thread.post(this::handOver);
        }
    }

    private void handOver() {
        posted.set(false);
        if (dropped.getAndSet(false)) {
            client.accept(DROPPED);
        }
        List<String> texts = new ArrayList<>();
        waiting.drainTo(texts);
        texts.stream().filter(text -> !text.isEmpty()).forEach(client);
    }
}
