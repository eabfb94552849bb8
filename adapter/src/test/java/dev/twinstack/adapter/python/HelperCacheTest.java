package dev.twinstack.adapter.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelperCacheTest {
    @TempDir
    Path directory;

    @Test
    void unpacksOnceAndUsesItAgain() throws IOException {
        Path first = unpack(Map.of("p/twinstack/__init__.py", "one"));
        Files.writeString(first.resolve("mark"), "still here");

        assertThat(unpack(Map.of("p/twinstack/__init__.py", "one"))).isEqualTo(first);
        assertThat(first.resolve("mark")).exists();
        assertThat(first.resolve("twinstack/__init__.py")).hasContent("one");
    }

    @Test
    void otherContentHasADirectoryOfItsOwn() throws IOException {
        assertThat(unpack(Map.of("p/twinstack/a.py", "one"))).isNotEqualTo(unpack(Map.of("p/twinstack/a.py", "two")));
    }

    @Test
    void whatHasNotBeenUsedForLongGoesWhenAnotherVersionComes() throws IOException {
        Path unused = unpack(Map.of("p/twinstack/a.py", "one"));
        Path used = unpack(Map.of("p/twinstack/a.py", "two"));
        Path halfMade = Files.createDirectory(used.resolveSibling("unpack-1"));
        Path foreign = Files.createDirectory(used.resolveSibling("distributions"));
        for (Path each : List.of(unused, used, halfMade, foreign)) {
            Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofDays(61))));
        }
        unpack(Map.of("p/twinstack/a.py", "two"));
        assertThat(unused).as("what others use while nothing new has come").exists();
        Path current = unpack(Map.of("p/twinstack/a.py", "three"));

        assertThat(used.resolveSibling(".").normalize().toFile().list())
                .containsExactlyInAnyOrder(
                        used.getFileName().toString(), current.getFileName().toString(), "distributions");
    }

    @Test
    void onlyTheUserMayWriteToIt() throws IOException {
        Path unpacked = unpack(Map.of("p/twinstack/a.py", "one"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void whatOthersCanWriteToIsNotTrusted() throws IOException {
        Path unpacked = unpack(Map.of("p/twinstack/a.py", "one"));
        Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> unpack(Map.of("p/twinstack/a.py", "one")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("can be written by others");
    }

    private Path unpack(Map<String, String> files) throws IOException {
        Path file = directory.resolve("helpers.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            return new HelperCache(directory.resolve("cache"))
                    .unpacked(jar, jar.stream().toList(), "p/");
        }
    }
}
