package dev.twinstack.adapter.dsl;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources are. */
public final class Repository {
    public static final Path ROOT = find(Path.of("").toAbsolutePath());

    private Repository() {}

    private static Path find(Path directory) {
        return Files.isDirectory(directory.resolve("test-programs")) ? directory : find(directory.getParent());
    }
}
