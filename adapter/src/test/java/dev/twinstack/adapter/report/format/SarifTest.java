package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.twinstack.adapter.report.model.CrashReport;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SarifTest {
    /** The schema that OASIS has published. */
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V7)
            .getSchema(
                    Objects.requireNonNull(SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")),
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build());

    private static JsonObject run(String root) {
        return valid(root, SampleReport.full()).getAsJsonArray("runs").get(0).getAsJsonObject();
    }

    private static JsonObject valid(String root, CrashReport report) {
        String document = new Sarif(new SourceRoot(Path.of(root))).render(report);
        assertThat(SCHEMA.validate(document, InputFormat.JSON)).isEmpty();
        return JsonParser.parseString(document).getAsJsonObject();
    }

    private static JsonObject result(String root) {
        return run(root).getAsJsonArray("results").get(0).getAsJsonObject();
    }

    private static JsonObject place(JsonObject result) {
        return result.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
    }

    @Test
    void theResultStandsAtTheLineThatCrashed() {
        JsonObject result = result(SampleReport.ROOT);
        assertThat(result.get("ruleId").getAsString()).isEqualTo("null-object");
        assertThat(result.get("level").getAsString()).isEqualTo("error");
        assertThat(place(result))
                .hasToString("{\"artifactLocation\":{\"uri\":\"src/pricing.c\",\"uriBaseId\":\"SRCROOT\"},"
                        + "\"region\":{\"startLine\":37,\"snippet\":{\"text\":\"    Py_INCREF(item); /* <- */\"}}}");
        assertThat(result.getAsJsonObject("partialFingerprints")
                        .get("twinstackSignature/v1")
                        .getAsString())
                .isEqualTo("0123456789abcdef");
    }

    @Test
    void pathsAreUris() {
        assertThat(place(result("/elsewhere")).getAsJsonObject("artifactLocation"))
                .hasToString("{\"uri\":\"file:///work/shop/src/pricing.c\"}");
        JsonObject bases = run("/my shop ä").getAsJsonObject("originalUriBaseIds");
        assertThat(bases.getAsJsonObject("SRCROOT").get("uri").getAsString()).isEqualTo("file:///my%20shop%20%C3%A4/");
    }

    @Test
    void everyThreadThatHasOneShowsItsStack() {
        assertThat(result(SampleReport.ROOT).getAsJsonArray("stacks")).hasSize(1);
        JsonObject stack =
                result(SampleReport.ROOT).getAsJsonArray("stacks").get(0).getAsJsonObject();
        assertThat(stack.getAsJsonArray("frames")).hasSize(5);
        assertThat(stack.getAsJsonObject("message").get("text").getAsString()).startsWith("MainThread");
    }

    @Test
    void theInvocationSaysHowTheProgramEnded() {
        JsonObject invocation = run("/").getAsJsonArray("invocations").get(0).getAsJsonObject();
        assertThat(invocation)
                .hasToString(
                        "{\"executionSuccessful\":false,\"commandLine\":\"python3 -m pytest\",\"processId\":4711,\"exitCode\":139,"
                                + "\"exitSignalName\":\"SIGSEGV\",\"endTimeUtc\":\"2026-01-02T03:04:05Z\"}");
    }

    @Test
    void aReportOfWhichNothingIsKnown() {
        assertThat(valid("/", SampleReport.bare()).toString()).contains("\"ruleId\":\"timeout\"");
    }
}
