package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiCommandTest {
    @Test
    void quotesOnlyWhatNeedsIt() {
        assertThat(MiCommand.of("-break-insert")
                        .option("-f")
                        .option("--thread", "1")
                        .parameter("/src/a.c:3"))
                .hasToString("-break-insert -f --thread 1 /src/a.c:3");
        assertThat(MiCommand.of("-environment-cd").parameter("/a b/\"q\"\\é\n\t\u0001"))
                .hasToString("-environment-cd \"/a b/\\\"q\\\"\\\\é\\n\\t\\001\"");
        assertThat(MiCommand.of("-var-create").parameter("")).hasToString("-var-create \"\"");
    }

    @Test
    void consoleCommandIsOneQuotedParameter() {
        assertThat(MiCommand.console("twinstack stack {\"thread\": 1}"))
                .hasToString("-interpreter-exec console \"twinstack stack {\\\"thread\\\": 1}\"");
    }

    @Test
    void operationsOfTheCommandLineGetItsQuoting() {
        assertThat(MiCommand.of("-file-exec-and-symbols").parameter("/a b/c'd\"e\\f"))
                .hasToString("-file-exec-and-symbols /a\\ b/c\\'d\\\"e\\\\f");
        assertThat(MiCommand.consoleWord("")).isEqualTo("\"\"");
    }

    @Test
    void isImmutableAndComparesByText() {
        MiCommand base = MiCommand.of("-exec-run");
        base.option("--start");
        assertThat(base).hasToString("-exec-run").isEqualTo(MiCommand.of("-exec-run"));
        assertThat(base.operation()).isEqualTo("-exec-run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec-run", "-exec run", "-exec-run\n-gdb-exit", "", "-"})
    void refusesWhatIsNoOperation(String operation) {
        assertThatThrownBy(() -> MiCommand.of(operation)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatWouldBreakTheLine() {
        MiCommand command = MiCommand.of("-gdb-set");
        assertThatThrownBy(() -> command.verbatim("args a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> command.parameter("\0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> command.option("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MiCommand.of("-file-exec-file").parameter("a\nb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line break");
    }
}
