package dev.twinstack.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiJsonTest {
    private int status = -1;

    @Test
    void resultKeepsOrderRepeatsAndNesting() {
        assertThat(convert("12^done,a=\"1\",a=\"2\",t={x=\"\",l=[\"v\",n={}]},{number=\"1.1\"}\n"))
                .containsExactly("{\"type\":\"result\",\"token\":\"12\",\"class\":\"done\",\"results\":["
                        + "[\"a\",\"1\"],[\"a\",\"2\"],"
                        + "[\"t\",{\"tuple\":[[\"x\",\"\"],[\"l\",{\"list\":[[null,\"v\"],[\"n\",{\"tuple\":[]}]]}]]}],"
                        + "[null,{\"tuple\":[[\"number\",\"1.1\"]]}]]}");
        assertThat(status).isZero();
    }

    @Test
    void asyncRecordsHaveTheirKindAndToken() {
        assertThat(convert("*running,thread-id=\"all\"\n+download\n99999999999999999999=x,a\n"))
                .containsExactly(
                        "{\"type\":\"exec\",\"token\":null,\"class\":\"running\",\"results\":[[\"thread-id\",\"all\"]]}",
                        "{\"type\":\"status\",\"token\":null,\"class\":\"download\",\"results\":[]}",
                        "{\"type\":\"notify\",\"token\":\"99999999999999999999\",\"class\":\"x\","
                                + "\"results\":[[null,\"a\"]]}");
    }

    @Test
    void streamsPromptAndOutputAreObjectsOfTheirOwn() {
        assertThat(convert("~\"a\\n<é>\"\r\n@\"b\"\r\n&\"\\303\\251\"\r\n\r\n(gdb) \r\n\nhello\n"))
                .containsExactly(
                        "{\"type\":\"console\",\"text\":\"a\\n<é>\"}",
                        "{\"type\":\"target\",\"text\":\"b\"}",
                        "{\"type\":\"log\",\"text\":\"é\"}",
                        "{\"type\":\"prompt\"}",
                        "{\"type\":\"output\",\"text\":\"hello\"}");
        assertThat(status).isZero();
    }

    @Test
    void bytesThatAreNotUtf8AreHex() {
        assertThat(convert("^done,v=\"a\\377\"\n~\"\\200\"\n"))
                .containsExactly(
                        "{\"type\":\"result\",\"token\":null,\"class\":\"done\",\"results\":[[\"v\",{\"bytes\":\"61ff\"}]]}",
                        "{\"type\":\"console\",\"text\":{\"bytes\":\"80\"}}");
    }

    @Test
    void aBadLineIsReportedAndTheNextOnesConverted() {
        List<String> lines = convert("^done,a=\nnormal output 4242*stopped,reason=\"breakpoint-hit\"\n^done");
        assertThat(lines).hasSize(3);
        JsonObject malformed = JsonParser.parseString(lines.get(0)).getAsJsonObject();
        assertThat(malformed.keySet()).containsExactly("type", "message", "position");
        assertThat(malformed.get("type").getAsString()).isEqualTo("error");
        assertThat(malformed.get("position").getAsInt()).isEqualTo(8);
        JsonObject glued = JsonParser.parseString(lines.get(1)).getAsJsonObject();
        assertThat(glued.get("position").getAsInt()).isZero();
        assertThat(glued.get("message").getAsString()).contains("-inferior-tty-set");
        assertThat(lines.get(2)).contains("\"class\":\"done\"");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void theDeepestNestingAllowedIsConverted() {
        String deep = "^done,a=" + "[".repeat(256) + "]".repeat(256);
        assertThat(convert(deep).get(0)).contains("{\"list\":[[null,{\"list\":");
        assertThat(status).isZero();
    }

    private List<String> convert(String log) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        status = MiJson.run(
                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
