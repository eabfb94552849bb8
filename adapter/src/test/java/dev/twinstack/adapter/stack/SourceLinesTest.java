package dev.twinstack.adapter.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLinesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"abc, 2, 2", "é=f(), 3, 2", "€=f(), 4, 2", "😀=f(), 5, 3", "abc, 9, 3", "'', 0, 0"})
    void countsUtf16UnitsForUtf8Bytes(String line, int bytes, int units) {
        assertThat(SourceLines.utf16Column(line, bytes)).isEqualTo(units);
    }

    @Test
    void readsTheLineFromTheFileAndAgainOnceTheProgramRanOn() throws IOException {
        Path file = Files.writeString(directory.resolve("a.py"), "x\né=f()\n");
        SourceLines lines = new SourceLines(new ArchivedSources(new SourceReferences()));
        assertThat(lines.utf16Column(file, 2, 3)).isEqualTo(2);

        Files.writeString(file, "x\ny=f()\n");
        lines.clear();
        assertThat(lines.utf16Column(file, 2, 3)).isEqualTo(3);
    }

    @Test
    void takesAMissingFileOrLineAsAscii() {
        assertThat(new SourceLines(new ArchivedSources(new SourceReferences()))
                        .utf16Column(directory.resolve("none.py"), 1, 7))
                .isEqualTo(7);
    }
}
