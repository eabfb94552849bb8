package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiParserPropertyTest {
    private static final Duration NEVER_HANGS = Duration.ofSeconds(30);

    @Test
    void whatIsPrintedIsParsedBack() {
        RandomRecords random = new RandomRecords(1);
        for (int i = 0; i < 20_000; i++) {
            MiRecord record = random.record();
            byte[] line = random.print(record);
            assertThat(MiParser.parse(line)).as(show(line)).isEqualTo(record);
        }
    }

    @Test
    void anyPiecesGiveTheSameRecords() {
        RandomRecords records = new RandomRecords(2);
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            List<MiRecord> expected = new ArrayList<>();
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            for (int n = random.nextInt(10); n > 0; n--) {
                expected.add(records.record());
                log.writeBytes(records.print(expected.get(expected.size() - 1)));
                log.writeBytes(new byte[] {'\r', '\n', '\n'});
            }
            assertThat(inPieces(log.toByteArray(), random)).isEqualTo(expected);
        }
    }

    private static List<MiRecord> inPieces(byte[] log, Random random) {
        List<MiRecord> records = new ArrayList<>();
        MiStream stream = new MiStream(records::add);
        for (int from = 0; from < log.length; ) {
            int to = Math.min(log.length, from + 1 + random.nextInt(8));
            stream.feed(log, from, to);
            from = to;
        }
        stream.finish();
        return records;
    }

    @Test
    void mutationsGiveRecordsAndNothingElse() {
        RandomRecords records = new RandomRecords(4);
        Random random = new Random(5);
        assertTimeoutPreemptively(NEVER_HANGS, () -> {
            for (int i = 0; i < 50_000; i++) {
                byte[] line = records.print(records.record());
                mutate(line, random);
                byte[] cut = Arrays.copyOf(line, random.nextInt(line.length + 1));
                assertWellReported(MiParser.parse(cut), cut.length);
                MiStream.parseAll(cut).forEach(record -> assertWellReported(record, cut.length));
            }
        });
    }

    private static void mutate(byte[] line, Random random) {
        byte[] interesting = "^*+=~@&\"\\{}[],0123\r\n(gdb) abc\377\0".getBytes(StandardCharsets.ISO_8859_1);
        for (int n = random.nextInt(4); n > 0; n--) {
            line[random.nextInt(line.length)] = interesting[random.nextInt(interesting.length)];
        }
    }

    private static void assertWellReported(MiRecord record, int length) {
        assertThat(record).isNotNull();
        if (record instanceof MiRecord.Malformed bad) {
            assertThat(bad.position()).isBetween(0, length);
            assertThat(bad.message()).endsWith(".");
        }
    }

    @Test
    void fiftyMegabytesInOneRecordTakeLinearTime() {
        byte[] head = "^done,v=[{}".getBytes(StandardCharsets.UTF_8);
        byte[] unit = ",{name=\"v\\303\\251\",value=\"0123456789\\n\"}".getBytes(StandardCharsets.UTF_8);
        int units = (50 << 20) / unit.length;
        List<MiRecord> records = new ArrayList<>();
        assertTimeoutPreemptively(NEVER_HANGS, () -> {
            MiStream stream = new MiStream(records::add);
            stream.feed(head);
            for (int i = 0; i < units; i++) {
                stream.feed(unit);
            }
            stream.feed("]\n".getBytes(StandardCharsets.UTF_8));
        });
        MiRecord.Result result = (MiRecord.Result) records.get(0);
        assertThat(result.results().list("v").elements()).hasSize(units + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x~\"", "x^", "=thread-", "x*stopped,a", "~\"\\\"", "(gdb) ", "x&\"\\n\""})
    void hostileLinesTakeLinearTime(String unit) {
        assertTimeoutPreemptively(NEVER_HANGS, () -> MiParser.parse(unit.repeat((8 << 20) / unit.length())));
    }

    @Test
    void anOverlongLineIsReportedAndTheNextOneRead() {
        List<MiRecord> records = new ArrayList<>();
        MiStream stream = new MiStream(20, records::add);
        stream.feed("~\"0123456789".getBytes(StandardCharsets.UTF_8));
        stream.feed("0123456789\"\n^done\n~\"01234567890123456\"\n".getBytes(StandardCharsets.UTF_8));
        assertThat(records).hasSize(3);
        assertThat(records.get(0)).isInstanceOfSatisfying(MiRecord.Malformed.class, bad -> {
            assertThat(bad.message()).contains("longer than 20 bytes");
            assertThat(bad.line()).isEqualTo("~\"012345678901234567");
        });
        assertThat(records.get(1)).isInstanceOf(MiRecord.Result.class);
        assertThat(records.get(2)).isInstanceOf(MiRecord.Stream.class);
    }

    private static String show(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1);
    }
}
