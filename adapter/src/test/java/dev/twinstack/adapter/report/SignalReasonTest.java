package dev.twinstack.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.report.model.Reason;
import java.util.List;
import org.eclipse.lsp4j.debug.ExceptionInfoResponse;
import org.junit.jupiter.api.Test;

class SignalReasonTest {
    @Test
    void aSignalOfWhichTheHelpersKnowNothingHasItsNameOnce() {
        ExceptionInfoResponse info = new ExceptionInfoResponse();
        info.setExceptionId("SIGSEGV");
        info.setDescription("SIGSEGV: Segmentation fault.");
        Reason reason = SignalReason.of(CrashFacts.none(List.of()), info);
        assertThat(reason.name()).isEqualTo("SIGSEGV");
        assertThat(reason.meaning()).isEqualTo("Segmentation fault.");
    }
}
