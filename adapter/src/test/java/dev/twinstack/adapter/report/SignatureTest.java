package dev.twinstack.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private final FrameReport caller = Reports.python("find");

    @Test
    void linesAddressesAndVersionsAreLeftOut() {
        String signature = of(Reports.compiled("take", "/usr/lib/libpart-2.31.so"), caller);
        assertThat(signature).matches("[0-9a-f]{16}");
        assertThat(of(Reports.compiled("take.constprop.0", "/opt/libpart.so.6"), caller))
                .isEqualTo(signature);
        assertThat(of(Reports.compiled("libpart.so.1!take(int, char*)", "/opt/libpart.so.1.2"), caller))
                .isEqualTo(signature);
        assertThat(of(Reports.compiled("take<std::vector<int>>", "/opt/libpart.so"), Reports.machinery(), caller))
                .isEqualTo(signature);
    }

    @Test
    void theWayToASignalIsLeftOut() {
        String signature = of(Reports.compiled("take", "/lib/libpart.so"), caller);
        assertThat(of(
                        Reports.compiled("__pthread_kill_implementation", "/lib/libc.so.6"),
                        Reports.compiled("__GI_raise", "/lib/libc.so.6"),
                        Reports.compiled("__GI_abort", "/lib/libc.so.6"),
                        Reports.compiled("take", "/lib/libpart.so"),
                        caller))
                .isEqualTo(signature);
    }

    @Test
    void otherFunctionsAreOtherCrashes() {
        String signature = of(Reports.compiled("take", "/lib/libpart.so"), caller);
        assertThat(of(Reports.compiled("put", "/lib/libpart.so"), caller)).isNotEqualTo(signature);
        assertThat(of(Reports.compiled("take", "/lib/libother.so"), caller)).isNotEqualTo(signature);
        assertThat(of(Reports.compiled("take", "/lib/libpart.so"), Reports.python("lose")))
                .isNotEqualTo(signature);
    }

    @Test
    void withoutFramesThereIsNone() {
        assertThat(of()).isNull();
        assertThat(of(Reports.machinery())).isNotNull();
    }

    private static String of(FrameReport... frames) {
        CrashReport report = Reports.of(frames);
        return Signature.of(report);
    }
}
