package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;

/** The answer to one request. */
public record Response(String command, boolean success, String message, JsonObject body) {
    static Response of(Message message) {
        return new Response(
                message.name(),
                message.succeeded(),
                Json.text(message.json(), "message").orElse(""),
                message.body());
    }

    /** This response, which says that the request was carried out. */
    public Response succeeded() {
        assertThat(success).as("%s was refused: %s %s", command, message, body).isTrue();
        return this;
    }

    /** This response, which refuses with a whole sentence that has these words in it. */
    public Response refused(String... words) {
        assertThat(success).as("%s was not refused: %s", command, body).isFalse();
        assertThat(message).contains(words).matches("(?s)\\p{Lu}.* .*\\.");
        JsonObject error = Json.objectAt(body, "error");
        assertThat(error.keySet()).contains("id", "format", "showUser");
        return this;
    }
}
