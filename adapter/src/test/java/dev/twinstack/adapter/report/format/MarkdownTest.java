package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.Reports;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void theThreadThatCrashedIsOpenAndTheOthersAreFolded() {
        String text = new Markdown().render(Reports.whole());
        assertThat(text)
                .startsWith("# `SIGSEGV in take (part.c:12)`\n\n- meaning: `Segmentation fault`\n")
                .contains(
                        "> **Likely cause:** A null PyObject was used.\n>\n> - `part = 0x0`",
                        "\n## MainThread (holds the GIL), which crashed\n",
                        "| `part` | `<Part at 0x3000>` | `Part` |\n| `part.size` | `3` | `str` |",
                        "<details><summary>worker (waits for the GIL)</summary>",
                        "| `/lib/libpart.so.1` | `1` | `c0ffee` | `yes` |");
    }

    @Test
    void aValueIsNoMarkdown() {
        String text = new Markdown().render(Reports.of(Reports.python("find", Reports.variable("a", "x | `y`\n<b>"))));
        assertThat(text).contains("| `a` | `` x \\| `y` <b> `` | `str` |");
    }
}
