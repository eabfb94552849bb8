package dev.twinstack.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@EndToEnd
class ReportSessionTest {
    private static final Duration ANSWER = Duration.ofSeconds(1);

    @Test
    void afterOneAnswerThatDoesNotComeNoneIsWaitedFor() {
        try (ReportSession session = ReportSession.open(ANSWER)) {
            long begun = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> session.await(new CompletableFuture<>()))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining("within 1 seconds");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ANSWER.multipliedBy(3));
        }
    }

    @Test
    void aReportHoldsNoMoreVariablesThanItMay() {
        Path go = Files.nowhere("go");
        try (RunningProgram program =
                        Launch.executable("spin").args(go.toString()).run().printed("running");
                ReportSession session = ReportSession.open()) {
            int thread = session.attach(Map.of("processId", program.pid(), "stopOnEntry", true))
                    .getThreadId();
            CrashReport report = new CrashReader(session, 1)
                    .read(thread, Reason.of(Reason.SNAPSHOT, "snapshot", null), LiveProcess.info(program.pid()));
            assertThat(report.crashed().orElseThrow().frames().stream()
                            .mapToInt(frame -> frame.variables().size())
                            .sum())
                    .isEqualTo(1);
            assertThat(report.problems()).anyMatch(each -> each.endsWith("holds no more than 1."));
        }
    }
}
