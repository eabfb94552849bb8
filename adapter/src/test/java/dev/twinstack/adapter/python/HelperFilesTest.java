package dev.twinstack.adapter.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HelperFilesTest {
    @Test
    void theDirectoryHoldsThePackage() {
        assertThat(HelperFiles.unpacked().resolve("twinstack/__init__.py")).isRegularFile();
    }

    @Test
    void theLoadCommandQuotesThePath() {
        assertThat(HelperFiles.loadCommand(Path.of("/it's\\here")))
                .contains("sys.path.insert(0, '/it\\'s\\\\here')")
                .endsWith("import twinstack.adapter; gc.enable()");
    }
}
