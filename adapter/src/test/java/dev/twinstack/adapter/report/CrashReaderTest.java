package dev.twinstack.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.Reason;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@EndToEnd
class CrashReaderTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 3; // the first one warms up; another may be held up by other tests

    @Tag("matrix") // it measures, which takes a machine to itself
    @OnSystemPython
    void fiftyThreadsOfFiftyFramesAreReadWithinTwoSeconds(Python python) {
        Path go = Files.nowhere("go");
        try (RunningProgram program = Launch.python("depths", python)
                        .args(go.toString())
                        .run()
                        .printed("waiting");
                ReportSession session = ReportSession.open()) {
            int thread = session.attach(Map.of("processId", program.pid(), "stopOnEntry", true))
                    .getThreadId();
            Duration shortest = LONGEST.multipliedBy(ATTEMPTS);
            for (int i = 0; i < ATTEMPTS; i++) {
                long begun = System.nanoTime();
                CrashReport report = new CrashReader(session, true)
                        .read(thread, Reason.of(Reason.SNAPSHOT, "snapshot", null), LiveProcess.info(program.pid()));
                Duration taken = Duration.ofNanos(System.nanoTime() - begun);
                shortest = taken.compareTo(shortest) < 0 ? taken : shortest;
                assertThat(report.threads().stream().filter(CrashReaderTest::isDeep))
                        .hasSize(50);
            }
            assertThat(shortest).isLessThan(LONGEST);
        }
    }

    /** Fifty calls deep, each with its locals. */
    private static boolean isDeep(ThreadReport thread) {
        return thread.frames().stream()
                        .filter(frame -> frame.function().equals("descend")
                                && frame.variables().size() == 3)
                        .count()
                > 50;
    }
}
