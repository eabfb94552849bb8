package dev.twinstack.adapter.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Files by which a test and its program talk. */
public final class Files {
    private Files() {}

    /** A path where nothing is yet. */
    public static Path nowhere(String name) {
        return ScratchDirectory.create("files").resolve(name);
    }

    /** Makes an empty file. */
    public static void create(Path path) {
        write(path, "");
    }

    /** Makes a file with this text. */
    public static void write(Path path, String text) {
        try {
            java.nio.file.Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be written.", e);
        }
    }
}
