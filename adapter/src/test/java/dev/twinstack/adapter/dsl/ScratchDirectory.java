package dev.twinstack.adapter.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory of this test run, removed when the run ends. */
public final class ScratchDirectory {
    private static final Path ROOT = root();

    private ScratchDirectory() {}

    /** A new directory; its name starts with the given one. */
    public static Path create(String name) {
        try {
            return Files.createTempDirectory(ROOT, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("No scratch directory could be made.", e);
        }
    }

    private static Path root() {
        try {
            Path root = Files.createTempDirectory("twinstack-test-").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(root)));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException("No scratch directory could be made.", e);
        }
    }

    private static void remove(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("The scratch directory " + root + " could not be removed: " + e);
        }
    }
}
