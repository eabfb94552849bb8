package dev.twinstack.adapter.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachArgumentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"processId\": 12.0", "\"processId\": \"12\"", "\"pid\": 12"})
    void readsANumberInEveryShape(String attribute) {
        Attach attach = (Attach) attach("{" + attribute + ", \"stopAtConnect\": true}");
        assertThat(attach.processId()).isEqualTo(12);
        assertThat(attach.stopOnEntry()).isTrue();
        assertThat(attach.settings().warnings()).isEmpty();
    }

    @Test
    void aChildIsWhereAnotherSessionHasFoundIt() {
        Attach attach = (Attach) attach("{\"subProcessId\": 12, \"subProcessPlace\": \"here\"}");
        assertThat(attach.held()).isTrue();
        assertThat(attach.place()).isEqualTo("here");
        assertThat(attach.settings().warnings()).isEmpty();
    }

    /** LSP4IJ asks for it so where the session of its parent has launched the program. */
    @Test
    void aChildIsAttachedToThoughItIsToBeLaunched() {
        Attach attach = (Attach) LaunchArguments.ofLaunch(AsReceived.attributes("{\"subProcessId\": 12}"));
        assertThat(attach.held()).isTrue();
        assertThat(attach.processId()).isEqualTo(12);
    }

    @Test
    void waitsAMinuteUnlessTold() {
        assertThat(((Attach) attach("{\"waitFor\": \"a\"}")).patience()).isEqualTo(Duration.ofSeconds(60));
        assertThat(((Attach) attach("{\"waitFor\": \"a\", \"waitForTimeout\": 2.5}")).patience())
                .isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void awaitsAPathFromTheWorkingDirectory() {
        assertThat(((Attach) attach("{\"waitFor\": \"a/../b.py\", \"cwd\": \"/tmp\"}")).waitFor())
                .isEqualTo("/tmp/b.py");
    }

    @Test
    void awaitsTheProgramWhenItIsOnlyToldToWait() {
        assertThat(((Attach) attach("{\"waitFor\": true, \"program\": \"/tmp/a\"}")).waitFor())
                .isEqualTo("/tmp/a");
        assertThat(((Attach) attach("{\"waitFor\": false, \"pid\": 12}")).waitFor())
                .isNull();
    }

    @Test
    void readsACoreFileInBothRequests() {
        Map<String, Object> given = AsReceived.attributes("""
                {"coreDumpPath": "core", "cwd": "/tmp", "program": "a", "sysroot": "../usr",
                 "additionalSOLibSearchPath": "/etc;../var"}""");
        for (LaunchArguments read :
                new LaunchArguments[] {LaunchArguments.ofLaunch(given), LaunchArguments.ofAttach(given)}) {
            Core core = (Core) read;
            assertThat(core.coreFile()).isEqualTo("core");
            assertThat(core.program()).isEqualTo(Path.of("/tmp/a"));
            assertThat(core.libraries().sysroot()).isEqualTo(Path.of("/tmp/../usr"));
            assertThat(core.libraries().searchPath()).containsExactly(Path.of("/etc"), Path.of("/tmp/../var"));
            assertThat(core.settings().warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{}                                          | exactly one of 'processId'",
                "{\"processId\": 1, \"waitFor\": \"a\"}      | exactly one of 'processId'",
                "{\"procesId\": 1, \"program\": \"a\"}     | and 'target'. Did you mean 'processId' by 'procesId'?",
                "{\"connect\": {\"port\": 5678}}     | 'connect' has no effect here: debugpy is not involved; give the 'processId'",
                "{\"gdb-remote-port\": 1, \"processId\": 2} | a target of the type 'extended-remote'",
                "{\"processId\": \"one\"}                    | 'processId' must be the number",
                "{\"processId\": 12.7}                       | 'processId' must be the number",
                "{\"processId\": \"5d\"}                     | 'processId' must be the number",
                "{\"processId\": \"NaN\"}                    | 'processId' must be the number",
                "{\"processId\": -1}                         | 'processId' must be the number",
                "{\"processId\": 0}                          | 'processId' must be the number",
                "{\"waitFor\": \"a\", \"waitForTimeout\": \"long\"} | 'waitForTimeout' must be a number",
                "{\"waitFor\": \"a\", \"waitForTimeout\": -1}     | 'waitForTimeout' must be a number",
                "{\"waitFor\": \"a\", \"waitForTimeout\": 1e12}   | from 0 to 86400",
                "{\"waitFor\": \"a\", \"waitForTimeout\": 86401}  | from 0 to 86400",
                "{\"waitFor\": \" \"}                           | 'waitFor' must be the name of a program",
                "{\"waitFor\": \"\", \"coreFile\": \"\"}       | exactly one of 'processId'",
                "{\"coreFile\": \"a\", \"sysroot\": \"/no/such\"} | folder '/no/such' does not exist; correct 'sysroot'",
                "{\"coreFile\": \"a\", \"solibSearchPath\": [\"/\", \"/no/such\"]} | correct 'solibSearchPath'",
                "{\"coreFile\": \"a\", \"processId\": 1}     | keep either 'coreFile' or 'processId'"
            })
    void refusesWhatItCannotUse(String json, String why) {
        assertThatThrownBy(() -> attach(json)).isInstanceOf(UserError.class).hasMessageContaining(why);
    }

    @Test
    void takesNoNameThatItKnowsForAMisspeltOne() {
        assertThatThrownBy(() -> attach("{\"logFile\": \"/tmp/a\"}")).hasMessageEndingWith("and 'target'.");
    }

    private static LaunchArguments attach(String json) {
        return LaunchArguments.ofAttach(AsReceived.attributes(json));
    }
}
