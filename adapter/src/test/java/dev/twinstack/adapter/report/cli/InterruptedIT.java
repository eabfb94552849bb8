package dev.twinstack.adapter.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Repository;
import dev.twinstack.adapter.dsl.RunningProgram;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/twinstack attach}, ended by a signal while it holds the process. */
@EndToEnd
class InterruptedIT {
    private static final Path TWINSTACK = Repository.ROOT.resolve("bin/twinstack");

    /** More than enough for a signal to come before the report is done. */
    private static final int ATTEMPTS = 10;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void theProcessGoesOn(String signal) {
        Path go = Files.nowhere("go");
        try (RunningProgram program =
                Launch.executable("spin").args(go.toString()).run().printed("running")) {
            int status = 0;
            for (int i = 0; status == 0 && i < ATTEMPTS; i++) {
                status = interrupted(program, signal);
                assertThat(program.status("TracerPid")).isEqualTo("0");
            }
            assertThat(status).isGreaterThan(128);
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
        }
    }

    /** The exit status of a report whose process is held when the signal is sent. */
    private static int interrupted(RunningProgram program, String signal) {
        try (RunningProgram report =
                RunningProgram.start(TWINSTACK.toString(), "attach", Long.toString(program.pid()))) {
            program.awaits(() -> !program.status("TracerPid").equals("0"));
            report.signal(signal);
            return report.exitStatus();
        }
    }
}
