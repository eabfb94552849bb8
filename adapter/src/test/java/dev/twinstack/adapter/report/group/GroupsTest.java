package dev.twinstack.adapter.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.Reports;
import dev.twinstack.adapter.report.format.Json;
import dev.twinstack.adapter.report.model.CrashReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {
    @TempDir
    private Path folder;

    @Test
    void manyAreGroupedTheLargestFirst() throws IOException {
        String often = new Json().render(Reports.whole().signed("aaaaaaaaaaaaaaaa"));
        String seldom = new Json().render(Reports.whole().signed("bbbbbbbbbbbbbbbb"));
        Files.createDirectory(folder.resolve("below"));
        for (int i = 0; i < 500; i++) {
            String name = (i % 2 == 0 ? "below/" : "") + i + ".json";
            Files.writeString(folder.resolve(name), i % 10 < 7 ? often : seldom);
        }
        Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
        Files.writeString(folder.resolve("cut.json"), "{\"schema\": 1, ");
        Files.writeString(folder.resolve("nameless.json"), often.replace("\"function\"", "\"name\""));
        Files.writeString(folder.resolve("text.txt"), "no report");
        Groups groups = Groups.below(folder);
        assertThat(groups.others()).isEqualTo(3);
        assertThat(groups.groups()).extracting(Group::count).containsExactly(350, 150);
        Group largest = groups.groups().get(0);
        assertThat(largest.signature()).isEqualTo("aaaaaaaaaaaaaaaa");
        assertThat(largest.what()).isEqualTo("SIGSEGV");
        assertThat(largest.frames()).containsExactly("take", "find");
        assertThat(largest.files()).hasSize(350);
    }

    @Test
    void aCrashWithoutFramesHasAGroupOfItsOwn() throws IOException {
        write("a", Reports.started("true"));
        write("b", Reports.whole());
        assertThat(Groups.below(folder).groups())
                .extracting(Group::signature)
                .isEqualTo(List.of("", "0123456789abcdef"));
    }

    private void write(String name, CrashReport report) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), new Json().render(report));
    }
}
