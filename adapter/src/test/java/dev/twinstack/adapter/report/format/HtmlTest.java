package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.Reports;
import dev.twinstack.adapter.report.model.FrameReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code vscode-extension/e2e/report-page.mjs} shows in a browser, as text. */
class HtmlTest {
    private final String page = new Html().render(SampleReport.full());

    @Test
    void thePageNeedsNothingElse() {
        assertThat(page).startsWith("<!DOCTYPE html>").contains("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(page).doesNotContain("<script", "http:", "https:", "src=", "<link", "url(");
    }

    @Test
    void whatComesFromTheProgramIsText() {
        assertThat(page)
                .contains("&lt;/script&gt;&lt;b&gt;100%, ]]&gt;\uFFFD\uFFFD[31m &amp; &quot;so&quot;: &#39;on&#39;");
        assertThat(page).contains("total&lt;int&gt;", "worker &amp; co", "The list of &lt;libraries&gt;");
        assertThat(page).contains("worker &amp; co waits for the GIL at 0x7f0000002000, which MainThread holds");
        assertThat(page).doesNotContain("<b>", "total<int>", "\u0000", "\u001b");
    }

    @Test
    void aLanguageOfAFileIsNoMarkup() {
        FrameReport frame =
                new FrameReport("\"><script>", "f", null, null, null, null, false, List.of(), List.of(), null);
        assertThat(new Html().render(Reports.of(frame))).doesNotContain("<script>");
    }

    @Test
    void theFrameThatCrashedIsOpenAndMachineryIsFolded() {
        assertThat(page).contains("<details class=\"thread\" open>", "<details class=\"frame native\" open>");
        assertThat(page).contains("<mark>   37      Py_INCREF(item);", "2 frames of CPython or a library");
        assertThat(page.split("<details class=\"frame native\" open>")).hasSize(2);
    }

    @Test
    void aReportOfWhichNothingIsKnown() {
        assertThat(new Html().render(SampleReport.bare()))
                .contains("<h1>timeout</h1>")
                .doesNotContain("null");
    }
}
