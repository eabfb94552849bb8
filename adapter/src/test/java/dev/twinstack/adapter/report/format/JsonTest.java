package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.Reports;
import dev.twinstack.adapter.report.model.CrashReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
    @TempDir
    private Path directory;

    @Test
    void aReportIsReadAsItWasWritten() throws IOException {
        CrashReport report = Reports.whole();
        assertThat(Json.read(file(new Json().render(report)))).isEqualTo(report);
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        refused("{}", "is no report of Twinstack");
        refused("[1", "is no report of Twinstack");
        refused("", "is no report of Twinstack");
        refused(
                new Json().render(Reports.whole()).replace("\"schema\": 1", "\"schema\": 9"),
                "a newer Twinstack (schema 9)");
        assertThatThrownBy(() -> Json.read(directory.resolve("nowhere")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no such file");
    }

    private void refused(String text, String words) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> Json.read(file)).isInstanceOf(UserError.class).hasMessageContaining(words);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("report.json"), text);
    }
}
