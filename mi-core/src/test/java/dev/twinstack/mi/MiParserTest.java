package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiParserTest {
    @Test
    void aResultHasItsTokenTuplesAndLists() {
        MiRecord.Result result = (MiRecord.Result) MiParser.parse(
                "12^done,bkpt={number=\"1\",line=\"68\",thread-groups=[\"i1\",\"i2\"],empty={},none=[]}\n");
        assertThat(result.token()).isEqualTo("12");
        assertThat(result.resultClass()).isEqualTo("done");
        MiValue.Tuple breakpoint = result.results().tuple("bkpt");
        assertThat(breakpoint.integer("line")).isEqualTo(68);
        assertThat(breakpoint.list("thread-groups").texts()).containsExactly("i1", "i2");
        assertThat(breakpoint.tuple("empty").fields()).isEmpty();
        assertThat(breakpoint.list("none").values()).isEmpty();
    }

    @Test
    void listOfResultsKeepsRepeatedNames() {
        MiRecord.Result result =
                (MiRecord.Result) MiParser.parse("^done,stack=[frame={level=\"0\"},frame={level=\"1\"}]");
        MiValue.MiList stack = result.results().list("stack");
        assertThat(stack.elements()).extracting(MiField::name).containsExactly("frame", "frame");
        assertThat(stack.tuples()).extracting(frame -> frame.text("level")).containsExactly("0", "1");
    }

    @Test
    void tupleKeepsRepeatedNamesInOrder() {
        MiValue.Tuple ids =
                results("^done,thread-ids={thread-id=\"2\",thread-id=\"1\"}").tuple("thread-ids");
        assertThat(ids.all("thread-id")).containsExactly(MiValue.Text.of("2"), MiValue.Text.of("1"));
        assertThat(ids.text("thread-id")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"*stopped,EXEC,stopped", "+download,STATUS,download", "=thread-created,NOTIFY,thread-created"})
    void everyKindOfAsyncRecordIsRead(String line, MiRecord.Async.Kind kind, String asyncClass) {
        assertThat(MiParser.parse(line + ",id=\"1\"")).isInstanceOfSatisfying(MiRecord.Async.class, async -> {
            assertThat(async.is(kind, asyncClass)).isTrue();
            assertThat(async.token()).isNull();
            assertThat(async.results().text("id")).isEqualTo("1");
        });
    }

    @ParameterizedTest
    @CsvSource({"~,CONSOLE", "@,TARGET", "&,LOG"})
    void everyKindOfStreamIsRead(String sigil, MiRecord.Stream.Kind kind) {
        assertThat(MiParser.parse(sigil + "\"GDB rocks!\\n\""))
                .isEqualTo(new MiRecord.Stream(kind, MiValue.Text.of("GDB rocks!\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(gdb) \n", "(gdb)\r\n", "(gdb)", "(gdb) "})
    void thePromptIsReadWhateverEndsItsLine(String line) {
        assertThat(MiParser.parse(line)).isEqualTo(new MiRecord.Prompt());
    }

    @Test
    void aTokenMayBeLongerThanAnyNumber() {
        String token = "9".repeat(100);
        assertThat(MiParser.parse(token + "^done")).isEqualTo(new MiRecord.Result(token, "done", MiValue.Tuple.EMPTY));
    }

    @Test
    void escapesAreBytesAndDecodedOnce() {
        assertThat(value("\"a\\\"b\\\\c\\n\\t\\r\\b\\f\\a\\e\\v\\0331\\q\""))
                .isEqualTo(MiValue.Text.of("a\"b\\c\n\t\r\b\f\u0007\u001b\u000b\u001b1q"));
        assertThat(value("\"\\303\\251\\360\\237\\220\\215é\"")).isEqualTo(MiValue.Text.of("é\uD83D\uDC0Dé"));
        assertThat(value("\"\\\\303\"")).isEqualTo(MiValue.Text.of("\\303"));
        assertThat(value("\"\\0\\08\\1234\"")).isEqualTo(MiValue.Text.of("\0\0008S4"));
    }

    @Test
    void bytesThatAreNotUtf8AreKept() {
        MiValue.Text text = (MiValue.Text) value("\"a\\377\\300z\"");
        assertThat(text.isUtf8()).isFalse();
        assertThat(text.bytes()).containsExactly('a', 0xff, 0xc0, 'z');
        assertThat(text.text()).isEqualTo("a\uFFFD\uFFFDz");
    }

    @Test
    void theReplacementCharacterItselfIsUtf8() {
        assertThat(((MiValue.Text) value("\"\\357\\277\\275\"")).isUtf8()).isTrue();
    }

    @Test
    void locationsOfMi2HaveNoBracesOfTheirOwn() {
        MiValue.Tuple results = results("=breakpoint-modified,bkpt={number=\"1\",addr=\"<MULTIPLE>\"},"
                + "{number=\"1.1\",addr=\"0x1\"},{number=\"1.2\",addr=\"0x2\"}");
        assertThat(results.fields()).extracting(MiField::name).containsExactly("bkpt", null, null);
    }

    @Test
    void theScriptOfMi3IsATupleOfLines() {
        MiValue.Tuple script =
                results("^done,bkpt={script={\"a\",\"b\"}}").tuple("bkpt").tuple("script");
        assertThat(new MiValue.MiList(script.fields()).texts()).containsExactly("a", "b");
    }

    @Test
    void theTupleOfADownloadHasNoName() {
        assertThat(results("+download,{section=\".text\",total-size=\"9880\"}").fields())
                .extracting(MiField::name)
                .containsExactly((String) null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=traceframe-changed,end", "=x,a", "=x,a,b=\"c\""})
    void aBareWordOfANotificationIsAValueWithoutName(String line) {
        MiField first = results(line).fields().get(0);
        assertThat(first.name()).isNull();
        assertThat(first.value()).isIn(MiValue.Text.of("end"), MiValue.Text.of("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "42",
                "a=b",
                "if (a*stopped) return;",
                "(gdb) x",
                "type at the (gdb)",
                "the server is *running",
                "see ~\"x\"",
                "(gdb)hello world",
                "key=value,other=\"x\"",
                "\"~\"",
                "é"
            })
    void otherLinesAreOutput(String line) {
        assertThat(MiParser.parse(line)).isEqualTo(new MiRecord.Output(MiValue.Text.of(line)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "normal output 4242*stopped,reason=\"breakpoint-hit\",<and so on...>|0|byte 18",
                "50%^done,value=\"1\"|0|byte 3",
                "abc^done,value=\"text\\n\"|0|byte 3",
                "no newline~\"text\\n\"|0|byte 10",
                "loading=library-loaded,id=\"x\"|0|byte 7",
                "^done,value=\"1\"hello|15|'hello'",
                "(gdb) ^done,a=\"1\"|0|byte 6",
                "42~\"x\"|0|no token"
            })
    void gluedOutputIsAnErrorWithItsPosition(String line, int position, String says) {
        assertThat(malformed(line).position()).isEqualTo(position);
        assertThat(malformed(line).message()).contains(says).contains("a terminal of its own");
    }

    @Test
    void outputGluedToAPromptIsAnError() {
        assertThat(malformed("abc(gdb) ").message()).contains("byte 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "^|1",
                "^done,|6",
                "^done,a|7",
                "^done,a=|8",
                "^done,a=}|8",
                "^done,=\"x\"|6",
                "^done,a=\"x|10",
                "^done,a=\"x\\|11",
                "^done,a={b=\"c\"|14",
                "^done,a={b=\"c\",}|15",
                "^done,a=[\"b\"}|12",
                "^done,a=x|8",
                "^done x|5",
                "*stopped,reason=\"x\"},a=\"b\"|19",
                "~looks like a GDB stream but it isn't|1",
                "~\"x\"y|4",
                "===|1"
            })
    void malformedRecordTellsWhere(String line, int position) {
        assertThat(malformed(line).position()).isEqualTo(position);
        assertThat(malformed(line).line()).isEqualTo(line);
    }

    @Test
    void nestingIsBounded() {
        assertThat(MiParser.parse("^done,a=" + "[".repeat(256) + "]".repeat(256)))
                .isInstanceOf(MiRecord.Result.class);
        MiRecord.Malformed tooDeep = malformed("^done,a=" + "[{a=".repeat(1_000_000));
        assertThat(tooDeep.message()).contains("nested more than 256 deep");
        assertThat(tooDeep.line()).hasSize(1000);
    }

    @Test
    void positionsCountBytesFromTheBeginningOfTheLine() {
        byte[] bytes = "xx^done,é=\"\"!".getBytes(StandardCharsets.UTF_8);
        assertThat(((MiRecord.Malformed) MiParser.parse(bytes, 2, bytes.length)).position())
                .isEqualTo(11);
    }

    private static MiValue value(String printed) {
        return results("^done,v=" + printed).find("v").orElseThrow();
    }

    private static MiValue.Tuple results(String line) {
        MiRecord record = MiParser.parse(line);
        return record instanceof MiRecord.Async async ? async.results() : ((MiRecord.Result) record).results();
    }

    private static MiRecord.Malformed malformed(String line) {
        assertThat(MiParser.parse(line)).isInstanceOf(MiRecord.Malformed.class);
        return (MiRecord.Malformed) MiParser.parse(line);
    }
}
