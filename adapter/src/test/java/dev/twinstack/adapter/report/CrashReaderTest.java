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
import java.util.Map;

@EndToEnd
class CrashReaderTest {
    @OnSystemPython
    void everyThreadIsReadWithItsLocals(Python python) {
        Path go = Files.nowhere("go");
        try (RunningProgram program = Launch.python("depths", python)
                        .args(go.toString())
                        .run()
                        .printed("waiting");
                ReportSession session = ReportSession.open()) {
            int thread = session.attach(Map.of("processId", program.pid(), "stopOnEntry", true))
                    .getThreadId();
            CrashReport report = new CrashReader(session, true)
                    .read(thread, Reason.of(Reason.SNAPSHOT, "snapshot", null), LiveProcess.info(program.pid()));
            assertThat(report.threads().stream().filter(CrashReaderTest::isDeep))
                    .hasSize(30);
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
