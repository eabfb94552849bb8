package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiStreamTest {
    private final List<MiRecord> records = new ArrayList<>();
    private final MiStream stream = new MiStream(records::add);

    @Test
    void incompleteLineWaitsForItsRest() {
        feed("~\"GDB ro");
        assertThat(records).isEmpty();
        feed("cks!\"\n~\"again\"");
        assertThat(records).hasSize(1);
        stream.finish();
        assertThat(records).hasSize(2);
    }

    @Test
    void emptyLinesMakeNoRecordAndBadOnesStopNothing() {
        feed("\n\r\n^done\r\n\r\n^done,\nhello\n(gdb) \n");
        assertThat(records)
                .extracting(record -> record.getClass().getSimpleName())
                .containsExactly("Result", "Malformed", "Output", "Prompt");
    }

    @Test
    void finishingTwiceGivesNothingTwice() {
        feed("^done");
        stream.finish();
        stream.finish();
        assertThat(records).hasSize(1);
    }

    private void feed(String text) {
        stream.feed(text.getBytes(StandardCharsets.UTF_8));
    }
}
