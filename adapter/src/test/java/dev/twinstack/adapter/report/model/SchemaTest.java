package dev.twinstack.adapter.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.twinstack.adapter.dsl.Repository;
import dev.twinstack.adapter.report.Reports;
import dev.twinstack.adapter.report.format.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document is what its schema says, and the schema knows each of its members. */
class SchemaTest {
    private static final Path SCHEMA = Repository.ROOT.resolve("docs/crash-report.schema.json");

    private final String document = new Json().render(Reports.whole());
    private final JsonObject schema;

    SchemaTest() throws IOException {
        schema = JsonParser.parseString(Files.readString(SCHEMA)).getAsJsonObject();
    }

    @Test
    void aDocumentIsValid() {
        assertThat(violations(document)).isEmpty();
        assertThat(violations(document.replace("\"kind\": \"signal\"", "\"kind\": \"mood\"")))
                .hasSize(1);
    }

    @Test
    void eachMemberOfADocumentIsInTheSchema() {
        assertKnown(JsonParser.parseString(document), schema, "report");
    }

    private void assertKnown(JsonElement value, JsonObject described, String where) {
        JsonObject meant =
                described.has("$ref") ? definition(described.get("$ref").getAsString()) : described;
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(each -> assertKnown(each, meant.getAsJsonObject("items"), where));
        } else if (value.isJsonObject() && meant.has("properties")) {
            JsonObject members = meant.getAsJsonObject("properties");
            assertThat(new TreeSet<>(members.keySet()))
                    .as(where)
                    .containsAll(value.getAsJsonObject().keySet());
            value.getAsJsonObject()
                    .entrySet()
                    .forEach(member -> assertKnown(
                            member.getValue(),
                            members.getAsJsonObject(member.getKey()),
                            where + "." + member.getKey()));
        }
    }

    private JsonObject definition(String reference) {
        return schema.getAsJsonObject("definitions").getAsJsonObject(reference.replace("#/definitions/", ""));
    }

    private List<String> violations(String json) {
        JsonSchema validator = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema.toString());
        return validator.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
