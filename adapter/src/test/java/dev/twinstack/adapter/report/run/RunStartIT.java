package dev.twinstack.adapter.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.SupervisedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The start of {@code twinstack run} with a Java that does not do what it should. */
@EndToEnd
class RunStartIT {
    private static final int FAILED = 125;
    private static final int TERMINATED = 128 + 15;

    @Test
    void aFailureIsNoSuccess() throws IOException {
        SupervisedCommand command = with("echo nonsense");
        assertThat(command.status()).isEqualTo(FAILED);
        assertThat(command.output()).isEmpty();
        assertThat(command.errors()).contains("ValueError");
    }

    @Test
    void anInterruptEndsAStartThatTakesItsTime() throws IOException {
        SupervisedCommand command =
                with("echo ready >&2; exec sleep 1000").start().warned("ready");
        command.signal("TERM");
        assertThat(command.status()).isEqualTo(TERMINATED);
        assertThat(command.output()).isEmpty();
    }

    @Tag("matrix")
    @Test
    void theCommandRunsWhereJavaSaysNothing() throws IOException {
        SupervisedCommand command = with("exec sleep 1000");
        assertThat(command.status()).isZero();
        assertThat(command.output()).isEqualTo("hello\n");
        assertThat(command.errors()).contains("Java said nothing within 30 seconds");
    }

    /** Of a Java that is this script. */
    private static SupervisedCommand with(String script) throws IOException {
        Path home = ScratchDirectory.create("java");
        Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        return SupervisedCommand.of("--", "echo", "hello").with("TWINSTACK_JAVA", home.toString());
    }
}
