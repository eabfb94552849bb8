package dev.twinstack.adapter.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.GdbPipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipesTest {
    private static LaunchArguments launch(String attribute) {
        return LaunchArguments.ofLaunch(
                AsReceived.attributes("{\"program\": \"/srv/app\", \"cwd\": \"/nowhere/here\", " + attribute + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"pipe\": [\"ssh\", \"-T\", \"my host\"]",
                "\"pipe\": \"ssh -T 'my host'\"",
                "\"pipeTransport\": {\"pipeProgram\": \"ssh\", \"pipeArgs\": [\"-T\", \"my host\"], \"quoteArgs\": false}",
                "\"pipe\": {\"pipeProgram\": \"ssh\", \"pipeArgs\": \"-T 'my host'\", \"pipeCwd\": \"\"}"
            })
    void readsEveryShape(String attribute) {
        Settings settings = launch(attribute).settings();
        assertThat(settings.pipe()).isEqualTo(new GdbPipe(List.of("ssh", "-T", "my host"), null, Map.of()));
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void readsWhatIsAboutThisMachineAndTheGdbOfTheOther() {
        Settings settings = launch("""
                "pipeTransport": {"pipeProgram": "docker", "pipeCwd": "/tmp", "pipeEnv": {"DOCKER_HOST": "a"},
                 "debuggerPath": "tools/gdb"}""").settings();
        assertThat(settings.pipe())
                .isEqualTo(new GdbPipe(List.of("docker"), Path.of("/tmp"), Map.of("DOCKER_HOST", "a")));
        assertThat(settings.gdb()).isEqualTo("tools/gdb");
        assertThat(settings.cwd()).isEqualTo(Path.of("/nowhere/here"));
        assertThat(launch("\"pipe\": \"ssh\", \"logFile\": \"mi.log\"")
                        .settings()
                        .logFile())
                .isEqualTo(Path.of("mi.log").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[]                        | must name the command",
                "\" \"                     | must name the command",
                "{\"pipeArgs\": [\"a\"]}   | must name the command",
                "{\"pipeProgramm\": \"a\"} | has the member 'pipeProgramm'",
                "{\"pipeProgram\": []}     | 'pipe.pipeProgram' must be a string",
                "\"ssh 'host\"             | a quote that is not closed",
                "5                         | must be a list of words or a text"
            })
    void refusesWhatIsNone(String value, String said) {
        assertThatThrownBy(() -> launch("\"pipe\": " + value))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(said);
    }
}
