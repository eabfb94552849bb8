package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MiNativeTest {
    @Test
    void breakpointsAreAlwaysAList() {
        assertThat(map("^done,bkpt={number=\"1\",thread-groups=[\"i1\"],times=\"0\"}\n"))
                .isEqualTo(record(
                        "Result",
                        null,
                        "done",
                        Map.of("bkpts", List.of(Map.of("number", "1", "thread-groups", List.of("i1"), "times", "0")))));
    }

    @Test
    void locationsPrintedBehindTheirBreakpointJoinTheList() {
        assertThat(map("=breakpoint-modified,bkpt={number=\"1\"},{number=\"1.1\"},{number=\"1.2\"}"))
                .isEqualTo(record(
                        "Notify",
                        null,
                        "breakpoint-modified",
                        Map.of(
                                "bkpts",
                                List.of(Map.of("number", "1"), Map.of("number", "1.1"), Map.of("number", "1.2")))));
    }

    @Test
    void breakpointTableIsAListOfMaps() {
        assertThat(map("^done,BreakpointTable={nr_rows=\"1\",body=[bkpt={number=\"1\"},{number=\"1.1\"}]}"))
                .containsEntry(
                        "BreakpointTable",
                        Map.of("nr_rows", "1", "body", List.of(Map.of("number", "1"), Map.of("number", "1.1"))));
    }

    @Test
    void stopWithTokenAsNumber() {
        assertThat(map("42*stopped,bkptno=\"1\",frame={args=[{name=\"argc\",value=\"1\"}],line=\"68\"}"))
                .isEqualTo(record(
                        "Exec",
                        BigInteger.valueOf(42),
                        "stopped",
                        Map.of(
                                "bkptno",
                                "1",
                                "frame",
                                Map.of("args", List.of(Map.of("name", "argc", "value", "1")), "line", "68"))));
    }

    @Test
    void streamsPromptOutputAndErrors() {
        assertThat(map("~\"GDB rocks!\"\n")).isEqualTo(Map.of("type", "Console", "value", "GDB rocks!"));
        assertThat(map("hello")).isEqualTo(Map.of("type", "Output", "value", "hello"));
        assertThat(map("^done,")).containsEntry("type", "Error").containsEntry("position", 6);
        assertThat(MiNative.of(MiParser.parse("(gdb) \n"))).isEqualTo("(gdb)");
    }

    @Test
    void repeatedNamesBecomeAListAndNothingIsLost() {
        assertThat(value("{a=\"b\",a=\"d\",c=\"e\"}")).isEqualTo(Map.of("a", List.of("b", "d"), "c", "e"));
        assertThat(value("{\"a\",\"b\"}")).isEqualTo(List.of("a", "b"));
        assertThat(value("{}")).isEqualTo(Map.of());
        assertThat(value("[frame={level=\"0\"},frame={level=\"1\"}]"))
                .isEqualTo(List.of(Map.of("frame", Map.of("level", "0")), Map.of("frame", Map.of("level", "1"))));
        assertThat(value("\"\\377\"")).isEqualTo(Map.of("bytes", "ff"));
        assertThat(map("+download,{section=\".text\"}")).containsEntry("values", List.of(Map.of("section", ".text")));
    }

    @Test
    void aResultNamedLikeAnAttributeIsKeptApart() {
        assertThat(map("^done,type=\"int\",lang=\"C\""))
                .containsEntry("type", "Result")
                .containsEntry("lang", "C")
                .containsEntry("results", Map.of("type", "int"));
    }

    private static Object value(String printed) {
        return map("^done,v=" + printed).get("v");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String line) {
        return (Map<String, Object>) MiNative.of(MiParser.parse(line));
    }

    private static Map<String, Object> record(
            String type, BigInteger token, String recordClass, Map<String, Object> results) {
        Map<String, Object> record = new HashMap<>(results);
        record.put("type", type);
        record.put("token", token);
        record.put("class", recordClass);
        return record;
    }
}
