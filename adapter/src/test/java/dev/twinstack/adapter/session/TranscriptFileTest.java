package dev.twinstack.adapter.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiTranscript;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptFileTest {
    @TempDir
    Path directory;

    @Test
    void aFileThatTakesNothingIsNamed() {
        try (TranscriptFile file = new TranscriptFile(new MiTranscript())) {
            assertThatThrownBy(() -> file.open(Path.of("/dev/full")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("'/dev/full' cannot be written");
        }
    }

    @Test
    void withoutAFileNothingIsWritten() {
        try (TranscriptFile file = new TranscriptFile(new MiTranscript())) {
            file.open(null);
            file.open(directory.resolve("mi.log"));
        }
        assertThat(directory.resolve("mi.log")).isNotEmptyFile();
    }
}
