package dev.twinstack.adapter.session;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directories of sessions whose adapter was killed. An adapter locks a file in its own directory (fcntl(2)); Linux releases the lock with the process,
 * in whichever container that runs.
 */
final class AbandonedDirectories {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedDirectories.class);
    private static final String LOCK = "lock";
    /** A directory that is younger may be about to be locked. */
    private static final Duration YOUNG = Duration.ofMinutes(1);
    /** The directories of this process. To test such a lock would release it: closing any descriptor of a file releases all locks that the process has on it (fcntl(2)). */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private AbandonedDirectories() {}

    /** Marks a directory as in use until what it returns is closed. */
    static Closeable lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.tryLock();
        OWN.add(directory);
        return () -> {
            OWN.remove(directory);
            channel.close();
        };
    }

    /** The abandoned directories beside a directory in use, with the same owner and the same beginning of their names. */
    static List<Path> beside(Path used, String prefix) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(used.getParent(), prefix + "*")) {
            for (Path each : all) {
                if (isAbandoned(each, used)) {
                    found.add(each);
                }
            }
        } catch (IOException unreadable) {
            LOG.debug("The directories of killed sessions could not be looked for", unreadable);
        }
        return found;
    }

    private static boolean isAbandoned(Path directory, Path used) {
        Path lock = directory.resolve(LOCK);
        try {
            return !OWN.contains(directory)
                    && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(used))
                    && Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(lock)
                            .toInstant()
                            .isBefore(Instant.now().minus(YOUNG))
                    && isFree(lock);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isFree(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return Optional.ofNullable(channel.tryLock())
                    .filter(FileLock::isValid)
                    .isPresent();
        }
    }
}
