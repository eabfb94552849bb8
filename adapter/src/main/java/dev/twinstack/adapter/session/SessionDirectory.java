package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory for the files of one session: the terminal's socket, the launch script, an unpacked core file with the output of the unpacking. GDB
 * runs in it, so it must hold no sources: GDB looks for a missing source by its bare name in its own directory. Only the user may enter it (mode
 * 0700). It is deleted with the session, or when the process is told to end; the directories of adapters that were killed are deleted a second after the
 * next one has made its own, as the start of GDB is not to wait for that.
 */
public final class SessionDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionDirectory.class);

    private static final String PREFIX = "twinstack-";
    /** Leaves room for the longest name of a socket in it, {@code /twinstack-4194304-9223372036854775807/terminal}. */
    private static final int LONGEST_PARENT = 60;

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Thread atExit = new Thread(this::delete, "session-directory");
    private Path path;
    private Closeable lock;

    /** Made when it is first asked for. Throws {@link UserError} when it cannot be. */
    public synchronized Path path() {
        if (path == null) {
            create();
            Path used = path;
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
                    .execute(() -> AbandonedDirectories.beside(used, PREFIX).forEach(SessionDirectory::delete));
            Runtime.getRuntime().addShutdownHook(atExit);
        }
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            LOG.debug("The process ends together with the session", exiting);
        }
    }

    private synchronized void delete() {
        if (path != null) {
            delete(path);
            path = null;
            unlock();
        }
    }

    private void create() {
        try {
            Path made = make();
            lock = AbandonedDirectories.lock(made);
            path = made;
        } catch (IOException failure) {
            throw new UserError(
                    "No directory for temporary files could be made (" + failure.getMessage()
                            + "); point TMPDIR to a writable directory.",
                    failure);
        }
    }

    /** A new directory, by a number of its own. The JDK's createTempDirectory takes a random one, for which a JVM that has just started loads its security providers. */
    private static Path make() throws IOException {
        Path parent = parent(System.getenv("TMPDIR"));
        String name = PREFIX + ProcessHandle.current().pid() + "-";
        for (long number = System.nanoTime(); ; number++) {
            try {
                return Files.createDirectory(parent.resolve(name + number), OWNERS_ALONE);
            } catch (FileAlreadyExistsException taken) {
                LOG.debug("{} is there already", taken.getFile());
            }
        }
    }

    /** Where {@code tmpdir} says, unless a Unix socket could have no name there (unix(7): 108 bytes); else where the JVM says, which does not look at TMPDIR. */
    static Path parent(String tmpdir) {
        boolean fits = tmpdir != null && tmpdir.startsWith("/") && tmpdir.length() <= LONGEST_PARENT;
        return Path.of(fits ? tmpdir : System.getProperty("java.io.tmpdir"));
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException failure) {
            LOG.debug("The lock of the session's directory could not be closed", failure);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> childrenFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : childrenFirst) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException failure) {
            LOG.warn("The session's directory {} could not be deleted", directory, failure);
        }
    }
}
