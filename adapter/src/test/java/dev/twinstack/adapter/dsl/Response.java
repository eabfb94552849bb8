package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer to one request; {@code seq}: which of the server's messages it was. */
public record Response(int seq, String command, boolean success, String message, JsonObject body) {
    /** Messages that DAP gives a meaning; the sentence is in the error's format then. */
    private static final Set<String> RESERVED = Set.of("cancelled", "notStopped");

    /** Requests whose error clients show where it was asked for. */
    private static final Set<String> SHOWN_IN_PLACE = Set.of(
            "evaluate",
            "setVariable",
            "setExpression",
            "completions",
            "variables",
            "scopes",
            "stackTrace",
            "twinstack.frameView",
            "twinstack.threads",
            "twinstack.locals",
            "twinstack.referrers");

    static Response of(Message message) {
        return new Response(
                message.seq(),
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

    /** This response, which tells of an exception as Python does. */
    public Response raised(String... words) {
        assertThat(success).as("%s was not refused: %s", command, body).isFalse();
        assertThat(words).allSatisfy(word -> assertThat(message).contains(word));
        return this;
    }

    /** DAP's Message, its variables in their places. */
    private static String shown(JsonObject error) {
        JsonObject variables = Json.objectAt(error, "variables");
        return Pattern.compile("\\{([^}]+)\\}")
                .matcher(Json.text(error, "format").orElse(""))
                .replaceAll(name -> Matcher.quoteReplacement(
                        Json.text(variables, name.group(1)).orElse("")));
    }

    /** This response, which refuses with a whole sentence that has these words in it. */
    public Response refused(String... words) {
        assertThat(success).as("%s was not refused: %s", command, body).isFalse();
        JsonObject error = Json.objectAt(body, "error");
        assertThat(error.keySet()).contains("id", "format", "showUser");
        assertThat(error.get("showUser").getAsBoolean())
                .as("whether the client is to show it, which %s does anyway", command)
                .isEqualTo(!RESERVED.contains(message) && !SHOWN_IN_PLACE.contains(command));
        String shown = shown(error);
        String sentence = RESERVED.contains(message) ? shown : message;
        assertThat(shown).as("what a client shows").isEqualTo(sentence);
        assertThat(sentence).matches("(?s).+ .+\\.");
        assertThat(words).allSatisfy(word -> assertThat(sentence).contains(word));
        return this;
    }
}
