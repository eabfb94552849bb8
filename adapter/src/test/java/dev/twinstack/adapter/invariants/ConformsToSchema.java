package dev.twinstack.adapter.invariants;

import com.networknt.schema.InputFormat;
import com.networknt.schema.InvalidSchemaRefException;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.twinstack.adapter.dsl.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every message of the server is what DAP's own JSON schema says of it. */
final class ConformsToSchema implements Invariant {
    /** Requests that DAP does not know, whose answers it knows nothing of but that they are responses. */
    private static final String OURS = "twinstack.";

    private static final String SCHEMA = "https://microsoft.github.io/debug-adapter-protocol/debugAdapterProtocol.json";
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V4, builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(SCHEMA, schemaText()))));
    private static final Map<String, JsonSchema> DEFINITIONS = new ConcurrentHashMap<>();

    @Override
    public Stream<String> violations(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.from() == Message.Sender.SERVER)
                .flatMap(ConformsToSchema::violations);
    }

    private static Stream<String> violations(Message message) {
        String definition = definitionOf(message);
        try {
            return DEFINITIONS
                    .computeIfAbsent(definition, ConformsToSchema::definition)
                    .validate(message.json().toString(), InputFormat.JSON)
                    .stream()
                    .map(problem -> "No " + definition + ", " + problem.getMessage() + ": " + message);
        } catch (InvalidSchemaRefException e) {
            return Stream.of("DAP knows no " + definition + ": " + message);
        }
    }

    private static JsonSchema definition(String name) {
        return FACTORY.getSchema(SchemaLocation.of(SCHEMA + "#/definitions/" + name));
    }

    private static String definitionOf(Message message) {
        if (message.isResponse() && !message.succeeded()) {
            return "ErrorResponse";
        }
        String name = message.name();
        String kind = message.type();
        if (name.startsWith(OURS)) {
            return capitalised(kind);
        }
        return name.isEmpty() || kind.isEmpty() ? "ProtocolMessage" : capitalised(name) + capitalised(kind);
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String schemaText() {
        try (InputStream in = ConformsToSchema.class.getResourceAsStream("/dap/debugAdapterProtocol.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("DAP's schema could not be read.", e);
        }
    }
}
