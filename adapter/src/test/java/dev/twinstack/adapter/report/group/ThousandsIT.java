package dev.twinstack.adapter.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.SupervisedCommand;
import dev.twinstack.adapter.report.format.Json;
import dev.twinstack.adapter.report.model.CrashReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/twinstack group}, in a JVM that has little memory, of very many reports. */
@EndToEnd
class ThousandsIT {
    private static final int REPORTS = 5000;
    private static final int SIGNATURES = 50;

    @TempDir
    private Path folder;

    @Tag("matrix")
    @Test
    void areGroupedInLittleMemory() throws IOException {
        CrashReport report =
                Json.read(reported(Launch.python("crash", Pythons.system()).dump()));
        Path reports = Files.createDirectory(folder.resolve("reports"));
        for (int i = 0; i < REPORTS; i++) {
            Path file = reports.resolve(i + ".json");
            if (i < SIGNATURES) {
                Files.writeString(file, new Json().render(report.signed("%016x".formatted(i))));
            } else {
                Files.createLink(file, reports.resolve(i % SIGNATURES + ".json"));
            }
        }
        String printed = Commands.run(
                "env",
                "JDK_JAVA_OPTIONS=-Xmx40m",
                SupervisedCommand.LAUNCHER,
                "group",
                "--format",
                "json",
                reports.toString());
        JsonArray groups =
                JsonParser.parseString(printed.substring(printed.indexOf('['))).getAsJsonArray();
        assertThat(groups).hasSize(SIGNATURES).allSatisfy(group -> {
            assertThat(group.getAsJsonObject().get("count").getAsInt()).isEqualTo(REPORTS / SIGNATURES);
            assertThat(group.getAsJsonObject().get("what").getAsString()).isEqualTo("SIGSEGV");
        });
    }

    private Path reported(Path core) throws IOException {
        Commands.run(
                SupervisedCommand.LAUNCHER, "core", core.toString(), "--format", "json", "--output", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
