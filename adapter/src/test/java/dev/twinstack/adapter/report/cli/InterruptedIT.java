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

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void theProcessGoesOn(String signal) {
        Path go = Files.nowhere("go");
        try (RunningProgram program =
                        Launch.executable("spin").args(go.toString()).run().printed("running");
                RunningProgram report =
                        RunningProgram.start(TWINSTACK.toString(), "attach", Long.toString(program.pid()))) {
            program.awaits(() -> !program.status("TracerPid").equals("0"));
            report.signal(signal);
            assertThat(report.exitStatus()).as(report.printed()).isGreaterThan(128);
            assertThat(program.status("TracerPid")).isEqualTo("0");
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
        }
    }
}
