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
                        Reports.compiled("__GI_raise", "/opt/static"),
                        Reports.compiled("__GI_abort", "/opt/static"),
                        Reports.compiled("std::terminate()", "/lib/libstdc++.so.6"),
                        Reports.compiled("take", "/lib/libpart.so"),
                        caller))
                .isEqualTo(signature);
    }

    /** Its functions have names where its symbols are, and elsewhere those that it exports, or addresses. */
    @Test
    void theCLibraryIsLeftOut() {
        FrameReport take = Reports.compiled("take", "/lib/libpart.so");
        String signature = of(take, caller);
        assertThat(of(
                        Reports.compiled("__strlen_avx2", "/lib/x86_64-linux-gnu/libc.so.6"),
                        take,
                        Reports.compiled("msort_with_tmp", "/lib/x86_64-linux-gnu/libc-2.31.so"),
                        caller))
                .isEqualTo(signature);
        assertThat(of(
                        Reports.compiled("libc.so.6!0x7ffff7cd524a", "/usr/lib/libc.so.6"),
                        Reports.compiled("__restore_rt", "/lib/ld-musl-x86_64.so.1"),
                        take,
                        Reports.compiled("ld-linux-x86-64.so.2!0x7ff6", "/lib64/ld-linux-x86-64.so.2"),
                        caller))
                .isEqualTo(signature);
        assertThat(of(Reports.compiled("__strlen_avx2", "/lib/libcurl.so.4"), take, caller))
                .isNotEqualTo(signature);
        assertThat(of(Reports.compiled("__strlen_avx2", "/lib/libc.so.6"))).isNotNull();
    }

    /** A handler that sends the signal again is machinery by then ({@link HandlerFrames}). */
    @Test
    void theHandlerOfASignalIsLeftOut() {
        FrameReport take = Reports.compiled("take", "/opt/program");
        assertThat(of(Reports.machinery(), Reports.compiled("<signal handler called>", "/opt/program"), take, caller))
                .isEqualTo(of(take, caller));
    }

    /** pytest-xdist starts its workers by some. */
    @Test
    void pythonCodeOfNoFileIsLeftOutWhereThereIsOther() {
        FrameReport typed = new FrameReport("python", "<module>", null, null, null, null, false, null, null, null);
        FrameReport take = Reports.compiled("take", "/lib/libpart.so");
        assertThat(of(take, caller, typed)).isEqualTo(of(take, caller));
        assertThat(of(typed)).isNotNull();
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
