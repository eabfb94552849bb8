package dev.twinstack.adapter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that is shipped, whatever ran in the build before it was packed. */
class JarIT {
    @Test
    void itTellsItsVersion() throws IOException {
        try (JarFile jar = new JarFile("target/twinstack.jar")) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isNotBlank();
        }
    }

    @Test
    void itHoldsTheHelpersAsTheyAreWritten() throws IOException {
        try (JarFile jar = new JarFile("target/twinstack.jar")) {
            List<String> helpers = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("python-helpers/"))
                    .toList();
            assertThat(helpers).contains("python-helpers/twinstack/adapter.py");
            assertThat(helpers).noneMatch(name -> name.contains("__pycache__"));
        }
    }
}
