package dev.twinstack.adapter.python;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The Python helpers as files that GDB can import: unpacked from the jar into a directory of the user's own, named by its content, made once
 * and used again by every session.
 */
public final class HelperFiles {
    private static final String PREFIX = "python-helpers/";
    private static final String MARK = PREFIX + "twinstack/__init__.py";
    private static final Set<PosixFilePermission> OTHERS_MAY_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private HelperFiles() {}

    /** The console command that loads the package {@code twinstack} from {@code directory} into GDB. */
    public static String loadCommand(Path directory) {
        return "python import sys; sys.path.insert(0, " + pythonLiteral(directory.toString()) + "); import twinstack";
    }

    /** The directory that holds the package; in a build tree the sources' own copy. Throws {@link UserError} when it cannot be made. */
    public static Path unpacked() {
        try {
            URL mark = HelperFiles.class.getClassLoader().getResource(MARK);
            if (mark == null) {
                throw new UserError("The Python helpers are missing from Twinstack's jar; build or install it again.");
            }
            return mark.getProtocol().equals("jar")
                    ? unpack((JarURLConnection) mark.openConnection())
                    : parentOf(mark.toURI());
        } catch (IOException | UncheckedIOException | URISyntaxException failure) {
            throw new UserError(
                    "The Python helpers could not be unpacked (" + failure.getMessage()
                            + "); make the cache directory writable, or point XDG_CACHE_HOME to one that is.",
                    failure);
        }
    }

    private static Path parentOf(URI mark) {
        return Path.of(mark).getParent().getParent();
    }

    private static Path unpack(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> entries = jar.stream().filter(HelperFiles::isHelper).toList();
            Path directory = cache().resolve("helpers-" + contentName(entries));
            if (!Files.isDirectory(directory)) {
                unpackOnce(jar, entries, directory);
            }
            return requirePrivate(directory);
        }
    }

    private static boolean isHelper(JarEntry entry) {
        return entry.getName().startsWith(PREFIX) && !entry.isDirectory();
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

    /** {@code $XDG_CACHE_HOME/twinstack} or {@code ~/.cache/twinstack} (XDG Base Directory Specification), mode 0700. */
    private static Path cache() throws IOException {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured != null && configured.startsWith("/")
                ? Path.of(configured)
                : Path.of(System.getProperty("user.home"), ".cache");
        Files.createDirectories(base);
        Path own = base.resolve("twinstack");
        if (!Files.isDirectory(own)) {
            Files.createDirectories(
                    own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return own;
    }

    /** Unpacks beside the target and renames, so that a session never sees half a package, whoever else unpacks at the same time. */
    private static void unpackOnce(JarFile jar, List<JarEntry> entries, Path directory) throws IOException {
        Path work = Files.createTempDirectory(directory.getParent(), "unpack-");
        for (JarEntry entry : entries) {
            Path file = work.resolve(entry.getName().substring(PREFIX.length()));
            Files.createDirectories(file.getParent());
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, file);
            }
        }
        try {
            Files.move(work, directory);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException madeMeanwhile) {
            deleteTree(work);
        }
    }

    private static Path requirePrivate(Path directory) throws IOException {
        boolean foreign = !Files.getOwner(directory).equals(Files.getOwner(Path.of(System.getProperty("user.home"))))
                && !Files.getOwner(directory).getName().equals(System.getProperty("user.name"));
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(directory));
        permissions.retainAll(OTHERS_MAY_WRITE);
        if (foreign || !permissions.isEmpty()) {
            throw new UserError(
                    "The helpers' directory " + directory + " belongs to somebody else or can be written by others;"
                            + " delete it, so that Twinstack makes its own.");
        }
        return directory;
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String pythonLiteral(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
