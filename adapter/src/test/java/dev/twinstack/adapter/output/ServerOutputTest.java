package dev.twinstack.adapter.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dap.SessionThread;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a server prints while the session is at a standstill, and while it is not. */
class ServerOutputTest {
    private static final int LINES = 200_000;
    private static final String REMARK = "A part of what the server printed is left out";

    private final SessionThread thread = new SessionThread();
    private final List<String> pieces = new ArrayList<>();
    private final ServerOutput output = new ServerOutput(thread, pieces::add);
    private final CountDownLatch allRead = new CountDownLatch(1);

    @Test
    void theOldestIsDroppedWithARemarkWhereTheSessionTakesNothing() throws InterruptedException {
        CompletableFuture<Void> end = output.read(printed());
        assertThat(allRead.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(pieces).isEmpty();
        takeTo(end);
        assertThat(pieces.get(0)).contains(REMARK);
        String text = String.join("", pieces.subList(1, pieces.size()));
        assertThat(text.length()).isBetween(4_000_000, 9_000_000);
        assertThat(text.substring(text.length() - line(0).length())).isEqualTo(line(LINES - 1));
        assertThat(text.contains(REMARK) || text.contains(line(0))).isFalse();
    }

    @Test
    void nothingIsDroppedWhereItDoes() throws InterruptedException {
        takeTo(output.read(printed()));
        assertThat(String.join("", pieces).length()).isEqualTo(LINES * line(0).length());
    }

    private void takeTo(CompletableFuture<Void> end) throws InterruptedException {
        end.thenRun(thread::end);
        thread.run();
    }

    private ByteArrayInputStream printed() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < LINES; number++) {
            text.append(line(number));
        }
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public void close() {
                allRead.countDown();
            }
        };
    }

    private static String line(int number) {
        return "line %06d of what a server prints while GDB waits for it.\n".formatted(number);
    }
}
