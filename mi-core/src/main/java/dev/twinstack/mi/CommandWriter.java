package dev.twinstack.mi;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes commands so that nobody waits for a GDB that does not read: a short one to a GDB that has answered all others at once, as every pipe
 * has room for it, and the rest on a thread of its own.
 */
final class CommandWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandWriter.class);
    /** Bytes for which an empty pipe always has room, however many pipes the user has open (Linux: pipe(7)). */
    private static final int SHORT = 4096;

    /** Ends the writing; told from an empty line by its identity. */
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
    private final OutputStream out;
    private final MiTranscript transcript;

    CommandWriter(OutputStream out, MiTranscript transcript) {
        this.out = new BufferedOutputStream(out);
        this.transcript = transcript;
        Thread thread = new Thread(this::run, "gdb-mi-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes or queues a line, given without its line end; {@code idle}: GDB has read and answered all that was written before. */
    void write(String line, boolean idle) {
        transcript.sent(line);
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (idle && bytes.length <= SHORT) {
            writeNow(bytes);
        } else {
            queue.add(bytes);
        }
    }

    private void writeNow(byte[] line) {
        try {
            out.write(line);
            out.flush();
        } catch (IOException e) {
            LOG.debug("GDB takes no more commands", e);
        }
    }

    /** Writes what is queued, then closes the stream. */
    @Override
    public void close() {
        queue.add(END);
    }

    private void run() {
        try (out) {
            for (byte[] line = queue.take(); line != END; line = queue.take()) {
                out.write(line);
                if (queue.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            LOG.debug("GDB takes no more commands", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
