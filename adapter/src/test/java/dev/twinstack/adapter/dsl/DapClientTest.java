package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The tests' own client, against a server whose words are fixed. */
class DapClientTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void aRequestIsFramedNumberedAndRecorded() {
        DapClient client = client("");
        client.send("threads", Json.object("name", "é"));
        String body = "{\"seq\":1,\"type\":\"request\",\"command\":\"threads\",\"arguments\":{\"name\":\"é\"}}";
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("Content-Length: " + length + "\r\n\r\n" + body);
        assertThat(client.recording().text()).contains("-> " + body);
    }

    @Test
    void eventsAreTakenByNameWhateverTheirOrder() {
        DapClient client = client(frame("{\"type\":\"event\",\"event\":\"first\",\"body\":{\"n\":1}}")
                + frame("{\"type\":\"event\",\"event\":\"second\"}"));
        assertThat(client.event("second").name()).isEqualTo("second");
        assertThat(client.event("first").integer("n")).isOne();
    }

    @Test
    void outputIsCollectedByCategory() {
        DapClient client =
                client(frame(output("stdout", "a")) + frame(output("stderr", "b")) + frame(output("stdout", "c")));
        Output output = client.events().output("c", text -> text.size("stdout") == 2, DapClient.PATIENCE);
        assertThat(output.category("stdout")).isEqualTo("ac");
        assertThat(output.ofDebuggee()).isEqualTo("acb");
    }

    @Test
    void theEndOfTheServerFailsWhoeverWaits() {
        DapClient client = client("");
        client.events().awaitClosed(DapClient.PATIENCE);
        assertThatThrownBy(() -> client.event("stopped"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("closed the connection");
        assertThatThrownBy(() -> client.ask("threads", new JsonObject()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No answer to threads");
    }

    @Test
    void waitingIsBounded() {
        EventQueue events = new EventQueue();
        assertThatThrownBy(() -> events.take("a stop", event -> true, Duration.ofMillis(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("for a stop");
    }

    @Test
    void whatIsNotDapIsRefused() {
        ByteArrayInputStream noise = new ByteArrayInputStream("warning: noise\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Wire.read(noise)).hasMessageContaining("warning: noise");
    }

    private DapClient client(String serverSays) {
        return new DapClient(new ByteArrayInputStream(serverSays.getBytes(StandardCharsets.UTF_8)), sent);
    }

    private static String output(String category, String text) {
        return Json.object(
                        "type", "event", "event", "output", "body", Json.object("category", category, "output", text))
                .toString();
    }

    private static String frame(String json) {
        return "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
    }
}
