package dev.twinstack.adapter.python;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Directories of unpacked helpers below the user's cache. Each is named by its content, so that versions live side by side and each is unpacked
 * once. What no session has begun with for {@link #KEPT} goes when another version comes. GDB runs what lies there, so nobody but the user may be able to write to it.
 */
final class HelperCache {
    private static final Logger LOG = LoggerFactory.getLogger(HelperCache.class);

    private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** Longer than sessions last: GDB may load more of the helpers at any time. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final Path root;

    HelperCache(Path root) {
        this.root = root;
    }

    /** {@code $XDG_CACHE_HOME/twinstack}, or {@code ~/.cache/twinstack} (XDG Base Directory Specification). */
    static HelperCache ofUser() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured != null && configured.startsWith("/")
                ? Path.of(configured)
                : Path.of(System.getProperty("user.home"), ".cache");
        return new HelperCache(caches.resolve("twinstack"));
    }

    /** The directory with these entries of the jar, their names without {@code prefix}. */
    Path unpacked(JarFile jar, List<JarEntry> entries, String prefix) throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        requirePrivate(root);
        Path directory = root.resolve("helpers-" + contentName(entries));
        if (!Files.isDirectory(directory)) {
            unpack(jar, entries, prefix, directory);
            prune();
        }
        requirePrivate(directory);
        use(directory);
        return directory;
    }

    private static void use(Path directory) {
        try {
            Files.setLastModifiedTime(directory, FileTime.from(Instant.now()));
        } catch (IOException readOnly) {
            LOG.debug("When {} was used last cannot be noted", directory, readOnly);
        }
    }

    /** Renames before it deletes, so that nobody ever finds half a package. */
    private void prune() {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root, "{helpers,unpack}-*")) {
            for (Path each : all) {
                if (Files.getLastModifiedTime(each)
                        .toInstant()
                        .isBefore(Instant.now().minus(KEPT))) {
                    deleteTree(Files.move(
                                    each,
                                    Files.createTempDirectory(root, "unpack-").resolve("old"))
                            .getParent());
                }
            }
        } catch (IOException | UncheckedIOException failure) {
            LOG.debug("Old helpers in {} are left", root, failure);
        }
    }

    /** A name that changes with any file: names, sizes and checksums stand in the jar's directory, so that no file is read for it. */
    private static String contentName(List<JarEntry> entries) {
        CRC32 names = new CRC32();
        CRC32 contents = new CRC32();
        for (JarEntry entry : entries) {
            names.update((entry.getName() + ':' + entry.getSize() + '\n').getBytes(StandardCharsets.UTF_8));
            contents.update((entry.getName() + ':' + entry.getCrc() + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return String.format("%08x%08x", names.getValue(), contents.getValue());
    }

    /** Unpacks beside the target and renames, so that nobody ever sees half a package, whoever else unpacks at the same time. */
    private void unpack(JarFile jar, List<JarEntry> entries, String prefix, Path directory) throws IOException {
        Path work = Files.createTempDirectory(root, "unpack-");
        for (JarEntry entry : entries) {
            Path file = work.resolve(entry.getName().substring(prefix.length()));
            Files.createDirectories(file.getParent());
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, file);
            }
        }
        try {
            Files.move(work, directory);
        } catch (FileSystemException madeMeanwhile) {
            deleteTree(work);
            if (!Files.isDirectory(directory)) {
                throw madeMeanwhile;
            }
        }
    }

    private static void requirePrivate(Path directory) throws IOException {
        boolean own =
                Files.getAttribute(directory, "unix:uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        boolean closed = Files.getPosixFilePermissions(directory).stream().noneMatch(WRITTEN_BY_OTHERS::contains);
        if (!own || !closed) {
            throw new UserError("The directory " + directory + " belongs to somebody else or can be written by others,"
                    + " so that the helpers in it cannot be trusted; delete it, and Twinstack makes its own.");
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
