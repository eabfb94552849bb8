package dev.twinstack.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
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
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ANSWER.multipliedBy(9));
        }
    }

    @Tag("matrix")
    @Test
    void aGdbThatDoesNotLetGoIsEnded() {
        try (RunningProgram program = running()) {
            ReportSession session = ReportSession.open(ANSWER);
            session.attach(Map.of("processId", program.pid(), "stopOnEntry", true));
            Commands.run("kill", "-s", "STOP", program.status("TracerPid"));
            session.close();
            program.awaits(() -> program.status("TracerPid").equals("0"));
        }
    }

    private static RunningProgram running() {
        return Launch.executable("spin")
                .args(Files.nowhere("go").toString())
                .run()
                .printed("running");
    }

    @Test
    void aReportHoldsNoMoreVariablesThanItMay() {
        try (RunningProgram program = running();
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
