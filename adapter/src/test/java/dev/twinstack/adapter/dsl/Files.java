package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

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

    /** Whether the file is there within a few seconds. */
    public static boolean comesSoon(Path path) {
        long deadline = System.nanoTime() + DapClient.PATIENCE.toNanos();
        while (!java.nio.file.Files.exists(path) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        return java.nio.file.Files.exists(path);
    }

    /** Waits until a text is in a file. */
    public static void comesTo(Path path, String text) {
        long deadline = System.nanoTime() + DapClient.PATIENCE.toNanos();
        while (occurrences(path, text) == 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(occurrences(path, text)).as(text).isPositive();
    }

    /** Waits until a text occurs at least so many times in a file. */
    public static void comeTo(Path path, String text, int times) {
        long deadline = System.nanoTime() + DapClient.PATIENCE.toNanos();
        while (occurrences(path, text) < times && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(occurrences(path, text)).as(text).isGreaterThanOrEqualTo(times);
    }

    /** How many times a text occurs in a file. */
    public static int occurrences(Path path, String text) {
        try {
            return java.nio.file.Files.readString(path).split(Pattern.quote(text), -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be read.", e);
        }
    }

    /** Makes a file with this text. */
    public static void write(Path path, String text) {
        try {
            java.nio.file.Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be written.", e);
        }
    }

    /** Leaves this share of a file's beginning. */
    public static void cut(Path path, double share) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate((long) (file.size() * share));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be cut.", e);
        }
    }

    /** Gives a file another name in its folder. */
    public static Path renamed(Path path, String name) {
        try {
            return java.nio.file.Files.move(path, path.resolveSibling(name));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be renamed.", e);
        }
    }

    /** A copy of a file with another name, in a new folder. */
    public static Path copied(Path path, String name) {
        try {
            return java.nio.file.Files.copy(path, nowhere(name), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be copied.", e);
        }
    }

    /** So many times 64 MiB of zeros, packed by {@code gzip} as one small file after the other (RFC 1952, 2.2). */
    public static Path packedZeros(int times) {
        Path packed = nowhere("zeros.gz");
        String script =
                "head -c 64M /dev/zero | gzip -1 > \"$0.one\"; for i in $(seq \"$1\"); do cat \"$0.one\"; done > \"$0\"";
        Commands.run("sh", "-c", script, packed.toString(), Integer.toString(times));
        return packed;
    }

    /** What a tool such as {@code gzip} makes of a file. */
    public static Path packed(String tool, Path path) {
        Path packed = path.resolveSibling("packed." + tool);
        Commands.run("sh", "-c", "exec " + tool + " -c < \"$0\" > \"$1\"", path.toString(), packed.toString());
        return packed;
    }
}
