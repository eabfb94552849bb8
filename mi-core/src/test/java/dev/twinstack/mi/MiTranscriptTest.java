package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MiTranscriptTest {
    private final MiTranscript transcript =
            new MiTranscript(3, Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));

    @Test
    void linesHaveTimeAndDirection() {
        transcript.sent("1-gdb-exit");
        transcript.received("1^exit");
        transcript.error("bye");
        assertThat(transcript.text())
                .isEqualTo("2026-01-02T03:04:05.000Z -> 1-gdb-exit\n"
                        + "2026-01-02T03:04:05.000Z <- 1^exit\n"
                        + "2026-01-02T03:04:05.000Z !! bye\n");
    }

    @Test
    void linesAndTheirNumberAreBounded() {
        for (int i = 0; i < 5; i++) {
            transcript.received("x".repeat(1_000_000));
        }
        assertThat(transcript.text()).startsWith("(2 earlier lines dropped)\n").hasSizeLessThan(7000);
    }
}
