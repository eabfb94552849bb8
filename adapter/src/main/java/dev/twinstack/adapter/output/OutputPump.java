package dev.twinstack.adapter.output;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.output.TerminalOperations.Drained;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the output of a program from its terminal or pipe to the client as {@code output} events. Standard output and error come the same way, in the
 * order in which they were written. The pump hands over one chunk at a time and waits until it is sent, so that a flood of output fills no memory: it
 * holds back the program, as a terminal does.
 */
public final class OutputPump {
    private static final Logger LOG = LoggerFactory.getLogger(OutputPump.class);
    private static final int CHUNK = 64 * 1024;
    private static final Duration STALLED = Duration.ofSeconds(10);

    private final SessionThread thread;
    private final Consumer<String> client;
    private final CompletableFuture<Void> allSent = new CompletableFuture<>();
    private long sent;
    private long expected = Long.MAX_VALUE;

    /** {@code category}: DAP's, such as {@code stdout}. */
    public OutputPump(SessionThread thread, Events events, String category) {
        this(thread, text -> events.output(category, text));
    }

    /** {@code client} is given each chunk of text, on the session thread. */
    public OutputPump(SessionThread thread, Consumer<String> client) {
        this.thread = thread;
        this.client = client;
    }

    /** Carries output until the other end is closed; on a thread of its own. Returns whether the last line was left unfinished. */
    public boolean pump(ReadableByteChannel channel) throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        Utf8Stream text = new Utf8Stream();
        boolean unfinished = false;
        while (channel.read(bytes) >= 0) {
            int size = bytes.position();
            unfinished = bytes.get(size - 1) != '\n';
            send(text.decode(bytes.flip()), size);
            bytes.clear();
        }
        send(text.end(), 0);
        return unfinished;
    }

    /**
     * After the program has ended: completes, on the session thread, when the client was sent all that it wrote. {@code drain} asks how much
     * the terminal gave in all; it is asked again as long as the client takes output more slowly than the terminal gives it.
     */
    CompletableFuture<Void> drained(Supplier<CompletableFuture<Drained>> drain) {
        long before = sent;
        drain.get()
                .whenComplete((drained, failure) -> thread.post(() -> {
                    if (failure != null) {
                        LOG.warn("The end of the program's output could not be awaited", failure);
                        allSent.complete(null);
                    } else if (drained.drained() || sent == before) {
                        expect(drained.bytes());
                    } else {
                        drained(drain);
                    }
                }));
        return allSent;
    }

    private void expect(long bytes) {
        expected = bytes;
        completeWhenAllSent();
        thread.postLater(STALLED, () -> allSent.complete(null));
    }

    private void send(String text, int bytes) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        thread.postAnytime(() -> {
            client.accept(text);
            sent += bytes;
            completeWhenAllSent();
            done.countDown();
        });
        done.await();
    }

    private void completeWhenAllSent() {
        if (sent >= expected) {
            allSent.complete(null);
        }
    }
}
