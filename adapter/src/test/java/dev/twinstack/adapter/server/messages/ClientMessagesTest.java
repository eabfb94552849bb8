package dev.twinstack.adapter.server.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.debug.json.DebugMessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.debug.messages.DebugNotificationMessage;
import org.junit.jupiter.api.Test;

/** Whose fault it is that a message of the client's has no effect. */
class ClientMessagesTest {
    private final List<String> told = new ArrayList<>();
    private final List<String> handled = new ArrayList<>();

    @Test
    void aMessageThatIsNoneIsTheClients() {
        read("nonsense", event("second"));
        assertThat(told).singleElement().asString().startsWith("A message of the client's could not be read");
        assertThat(handled).containsExactly("second");
    }

    @Test
    void whatFailsBehindTheReadingIsADefect() {
        read(event("defect"), event("second"));
        assertThat(told)
                .containsExactly("A message of the client's had no effect, as Twinstack has a defect:"
                        + " java.lang.IllegalStateException: it was broken. Its log (standard error) has the details.");
        assertThat(handled).containsExactly("second");
    }

    private void read(String... contents) {
        StringBuilder sent = new StringBuilder();
        List.of(contents)
                .forEach(content -> sent.append("Content-Length: " + content.length() + "\r\n\r\n")
                        .append(content));
        ByteArrayInputStream in = new ByteArrayInputStream(sent.toString().getBytes(StandardCharsets.US_ASCII));
        DebugMessageJsonHandler json = new DebugMessageJsonHandler(Map.of());
        new ClientMessages(in, json, (message, issues) -> {}, told::add).listen(message -> {
            String event = ((DebugNotificationMessage) message).getMethod();
            if (event.equals("defect")) {
                throw new IllegalStateException("it was broken");
            }
            handled.add(event);
        });
    }

    private static String event(String name) {
        return "{\"seq\":1,\"type\":\"event\",\"event\":\"" + name + "\"}";
    }
}
