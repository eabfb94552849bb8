package dev.twinstack.mi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads GDB's standard error to its end, so that GDB never blocks on it, and remembers the last lines. */
final class GdbErrors {
    private static final Logger LOG = LoggerFactory.getLogger(GdbErrors.class);
    private static final int KEPT = 10;

    private final InputStream in;
    private final MiTranscript transcript;
    private final Deque<String> last = new ArrayDeque<>();
    private final Thread thread = new Thread(this::read, "gdb-stderr");

    GdbErrors(InputStream in, MiTranscript transcript) {
        this.in = in;
        this.transcript = transcript;
        thread.setDaemon(true);
        thread.start();
    }

    /** The last lines, once the stream has ended or that time has passed. */
    String lastLines(long waitMillis) {
        try {
            thread.join(waitMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (last) {
            return String.join("\n", last);
        }
    }

    private void read() {
        LineSplitter lines = new LineSplitter(1 << 16, new LineSplitter.Lines() {
            @Override
            public void line(byte[] bytes, int start, int end) {
                keep(new String(bytes, start, end - start, StandardCharsets.UTF_8));
            }

            @Override
            public void tooLong(byte[] bytes, int length) {
                line(bytes, 0, length);
            }
        });
        byte[] chunk = new byte[1 << 13];
        try {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                lines.feed(chunk, 0, n);
            }
            lines.finish();
        } catch (IOException e) {
            LOG.debug("GDB's standard error ended", e);
        }
    }

    private void keep(String line) {
        LOG.debug("GDB's standard error: {}", line);
        transcript.error(line);
        synchronized (last) {
            last.add(line);
            if (last.size() > KEPT) {
                last.remove();
            }
        }
    }
}
