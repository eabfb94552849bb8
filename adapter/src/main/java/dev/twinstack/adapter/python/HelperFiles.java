package dev.twinstack.adapter.python;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The Python helpers as files that GDB can import: those of the build tree, or those of the jar, unpacked once for every session. */
public final class HelperFiles {
    private static final String PREFIX = "python-helpers/";
    private static final String MARK = PREFIX + "twinstack/__init__.py";

    private HelperFiles() {}

    /** The console command that loads {@code twinstack.adapter} from {@code directory} into GDB; without a look for garbage, of which there is none, as that takes 7 ms. */
    static String loadCommand(Path directory) {
        return "python import gc, sys; gc.disable(); sys.path.insert(0, " + pythonLiteral(directory.toString())
                + "); import twinstack.adapter; gc.enable()";
    }

    /** The command that loads the helpers into GDB. Throws {@link UserError} when their files cannot be written. */
    public static MiCommand loading() {
        return MiCommand.console(loadCommand(unpacked()));
    }

    /** The directory that holds the package. Throws {@link UserError} when it cannot be written. */
    public static Path unpacked() {
        URL mark = HelperFiles.class.getClassLoader().getResource(MARK);
        if (mark == null) {
            throw new UserError("The Python helpers are missing from Twinstack's jar; build or install it again.");
        }
        try {
            return mark.getProtocol().equals("jar")
                    ? unpacked((JarURLConnection) mark.openConnection())
                    : Path.of(mark.toURI()).getParent().getParent();
        } catch (IOException | UncheckedIOException | URISyntaxException failure) {
            throw new UserError(
                    "The Python helpers could not be unpacked (" + failure.getMessage()
                            + "); make the cache directory writable, or point XDG_CACHE_HOME to one that is.",
                    failure);
        }
    }

    private static Path unpacked(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> entries = jar.stream().filter(HelperFiles::isHelper).toList();
            return HelperCache.ofUser().unpacked(jar, entries, PREFIX);
        }
    }

    private static boolean isHelper(JarEntry entry) {
        return entry.getName().startsWith(PREFIX) && !entry.isDirectory();
    }

    private static String pythonLiteral(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
