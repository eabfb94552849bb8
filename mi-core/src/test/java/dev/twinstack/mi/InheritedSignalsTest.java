package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether an {@code env} lets what Java starts get SIGQUIT, whoever has written it. */
class InheritedSignalsTest {
    private static final Path ENV = Path.of("/usr/bin/env");

    @TempDir
    private Path directory;

    @Test
    void theMachinesDoes() {
        assertThat(InheritedSignals.unblocks(ENV)).isTrue();
        assertThat(InheritedSignals.unblocked(List.of("sh", "-c", "exit")))
                .containsExactly("env", "--default-signal=QUIT", "sh", "-c", "exit");
    }

    @Test
    void anotherThatDoesTheSameDoes() throws IOException {
        assertThat(InheritedSignals.unblocks(env("exec " + ENV + " \"$@\""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shift; exec \"$@\"", // takes the option, and leaves the signal blocked
                "echo 0000000000000000; exit 125", // does not know it
                "echo unknown option",
                "exec sleep 1000"
            })
    void othersDoNot(String body) throws IOException {
        assertThat(InheritedSignals.unblocks(env(body))).isFalse();
    }

    @Test
    void whatIsNoProgramStaysAsItIs() {
        assertThat(InheritedSignals.unblocked(List.of("A=1", "x"))).containsExactly("A=1", "x");
        assertThat(InheritedSignals.unblocked(List.of("/no/such"))).containsExactly("/no/such");
    }

    private Path env(String body) throws IOException {
        return Path.of(Script.in(directory, body));
    }
}
