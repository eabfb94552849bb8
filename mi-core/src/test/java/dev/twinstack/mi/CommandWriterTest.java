package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who writes a command, and in which order. */
@Timeout(20)
class CommandWriterTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int SHOWN = 8;

    /** The thread that has written each piece, by how that begins. */
    private final Map<String, String> writers = new ConcurrentHashMap<>();

    private FakeGdb gdb;
    private MiConnection connection;

    @BeforeEach
    void connect() throws IOException {
        gdb = new FakeGdb();
        OutputStream out = new FilterOutputStream(gdb.socket().getOutputStream()) {
            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                String text = new String(bytes, start, Math.min(length, SHOWN), StandardCharsets.UTF_8);
                writers.put(text, Thread.currentThread().getName());
                out.write(bytes, start, length);
            }
        };
        connection = new MiConnection(gdb.socket().getInputStream(), out, record -> {}, new MiTranscript());
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
        gdb.close();
    }

    @Test
    void manyThreadsSendInTheOrderOfTheirTokens() throws Exception {
        for (int i = 0; i < 4; i++) {
            CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 250; n++) {
                    connection.send(MiCommand.of("-x"));
                }
            });
        }
        for (int token = 1; token <= 1000; token++) {
            assertThat(gdb.nextCommand()).isEqualTo(token + "-x");
        }
    }

    @Test
    void sendingNeverBlocksOnAGdbThatDoesNotRead() throws Exception {
        CompletableFuture<MiRecord.Result> answered = connection.send(MiCommand.of("-a"));
        gdb.nextCommand();
        gdb.says("1^done");
        assertThat(answered).succeedsWithin(SOON);
        MiCommand big = MiCommand.console("x".repeat(1 << 20));
        for (int i = 0; i < 50; i++) {
            assertThat(connection.send(big)).isNotDone();
        }
    }

    @Test
    void anIdleGdbIsWrittenToAtOnceAndNoOther() throws Exception {
        CompletableFuture<MiRecord.Result> first = connection.send(MiCommand.of("-a"));
        assertThat(gdb.nextCommand()).isEqualTo("1-a");
        gdb.says("1^done");
        assertThat(first).succeedsWithin(SOON);
        connection.send(MiCommand.of("-b"));
        assertThat(writers).containsEntry("2-b\n", Thread.currentThread().getName());
        connection.send(MiCommand.of("-c"));
        assertThat(List.of(gdb.nextCommand(), gdb.nextCommand())).containsExactly("2-b", "3-c");
        assertThat(writers).containsEntry("1-a\n", "gdb-mi-writer").containsEntry("3-c\n", "gdb-mi-writer");
    }
}
