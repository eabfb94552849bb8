package dev.twinstack.adapter.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class SessionDirectoryTest {
    private static final Instant LONG_AGO = Instant.now().minusSeconds(3600);

    @Test
    void whatAKilledAdapterLeftGoesAndNothingElse() throws IOException {
        Path abandoned = directory(LONG_AGO);
        Files.writeString(abandoned.resolve("launch.sh"), "");
        Path young = directory(Instant.now());
        Path unmarked = Files.createTempDirectory("twinstack-");
        Path used = directory(LONG_AGO);
        try (Closeable held = AbandonedDirectories.lock(used);
                SessionDirectory directory = new SessionDirectory()) {
            assertThat(directory.path()).isDirectory();
            assertThat(held).isNotNull();
            assertThat(isLocked(used)).isTrue();
            assertThat(abandoned).matches(SessionDirectoryTest::isGoneSoon);
            assertThat(young).isDirectory();
            assertThat(unmarked).isDirectory();
            assertThat(used).isDirectory();
        }
        for (Path left : new Path[] {young, used}) {
            Files.delete(left.resolve("lock"));
            Files.delete(left);
        }
        Files.delete(unmarked);
    }

    @Test
    void itIsWhereTmpdirSaysIfASocketCanBeThere() {
        Path otherwise = Path.of(System.getProperty("java.io.tmpdir"));
        assertThat(SessionDirectory.parent("/scratch/me")).isEqualTo(Path.of("/scratch/me"));
        assertThat(SessionDirectory.parent("/" + "x".repeat(80))).isEqualTo(otherwise);
        assertThat(SessionDirectory.parent("here")).isEqualTo(otherwise);
        assertThat(SessionDirectory.parent(null)).isEqualTo(otherwise);
    }

    private static boolean isGoneSoon(Path directory) {
        for (int i = 0; i < 1000 && Files.exists(directory); i++) {
            LockSupport.parkNanos(10_000_000);
        }
        return !Files.exists(directory);
    }

    /** As other processes see it: {@code 1: POSIX ADVISORY WRITE PID MAJOR:MINOR:INODE START END} (proc_locks(5)). */
    private static boolean isLocked(Path directory) throws IOException {
        String inode = ":" + Files.getAttribute(directory.resolve("lock"), "unix:ino") + " ";
        return Files.readString(Path.of("/proc/locks")).contains(inode);
    }

    private static Path directory(Instant time) throws IOException {
        Path directory = Files.createTempDirectory("twinstack-");
        Path lock = Files.createFile(directory.resolve("lock"));
        Files.setLastModifiedTime(lock, FileTime.from(time));
        return directory;
    }
}
