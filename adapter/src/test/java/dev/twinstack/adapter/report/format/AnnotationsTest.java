package dev.twinstack.adapter.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
    private static String of(String root) {
        return new Annotations(new SourceRoot(Path.of(root))).render(SampleReport.full());
    }

    @Test
    void theLineThatCrashedAndTheLineOfPythonThatLedThere() {
        assertThat(of(SampleReport.ROOT).lines())
                .containsExactly(
                        "::error file=src/pricing.c,line=37,title=SIGSEGV in total<int> (pricing.c%3A37)"
                                + "::A PyObject * that is NULL was followed.",
                        "::notice file=tests/test_prices.py,line=12,title=SIGSEGV in total<int> (pricing.c%3A37)"
                                + "::test_total led to it.");
    }

    @Test
    void aFrameWithinTheCheckoutGoesBeforeANewerOneElsewhere() {
        assertThat(of(SampleReport.ROOT + "/tests"))
                .startsWith("::error file=test_prices.py,line=12,")
                .hasLineCount(1);
    }

    @Test
    void withoutAFileItIsAnErrorOfTheStep() {
        String command = new Annotations(new SourceRoot(Path.of("/"))).render(SampleReport.bare());
        assertThat(command).startsWith("::error title=timeout::").hasLineCount(1);
    }

    @Test
    void theRunnerNamesTheCheckout() {
        assertThat(SourceRoot.of(Map.of("GITHUB_WORKSPACE", "/home/runner/work/a/../a"))
                        .directory())
                .hasToString("/home/runner/work/a");
        assertThat(SourceRoot.of(Map.of("CI_PROJECT_DIR", "/builds/a")).within("/builds/ab/x.c"))
                .isEmpty();
        assertThat(SourceRoot.of(Map.of()).directory()).isAbsolute();
    }
}
