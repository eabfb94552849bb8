package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.Reports;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void theThreadThatCrashedIsOpenAndTheOthersAreFolded() {
        String text = new Markdown().render(Reports.whole());
        assertThat(text)
                .startsWith("# `SIGSEGV in take (part.c:12)`\n\n"
                        + "> **Likely cause:** A null PyObject was used.\n>\n> - `part = 0x0`\n\n"
                        + "- meaning: `Segmentation fault`\n")
                .contains(
                        "\n## MainThread (holds the GIL), which crashed\n",
                        "| `part` | `<Part at 0x3000>` | `Part` |\n| `part.size` | `3` | `str` |",
                        "<details><summary>worker (waits for the GIL)</summary>",
                        "| `/lib/libpart.so.1` | `1` | `c0ffee` | `yes` |");
    }

    @Test
    void aSentenceIsNoMarkdown() {
        ThreadReport thread =
                new ThreadReport(1, "![x](http://a) @team #1 | \\\n# b", 41, null, true, List.of(), false, "~~gone~~");
        assertThat(new Markdown().render(Reports.of(thread)))
                .contains("\n## \\!\\[x\\](http://a) @<!-- -->team #<!-- -->1 \\| \\\\ #<!-- --> b")
                .contains("\\~\\~gone");
    }

    @Test
    void aValueIsNoMarkdown() {
        String text = new Markdown().render(Reports.of(Reports.python("find", Reports.variable("a", "x | `y`\n<b>"))));
        assertThat(text).contains("| `a` | `` x \\| `y` <b> `` | `str` |");
    }

    @Test
    void noReportIsTooLongForGitHub() {
        FrameReport[] deep = new FrameReport[500];
        Arrays.fill(deep, Reports.python("find".repeat(50), Reports.variable("part", "bolt".repeat(50))));
        String text = new Markdown().render(Reports.of(deep));
        assertThat(text.length()).isBetween(40_000, 65_536);
        assertThat(text)
                .contains("… older frames are left out", "| `part` | `boltbolt")
                .containsPattern("\\n\\d+ parts \\(frames with their variables")
                .doesNotContain("500 parts");
    }
}
