package dev.twinstack.adapter.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a process for which the same paths may lead to other files than for the debugger: one in a container or a changed root. Linux leads
 * to its files through {@code /proc/PID/root} and {@code /proc/PID/exe} (proc(5)), for whoever may attach to the process.
 */
public final class ProcessFiles {
    private final Path process;

    public ProcessFiles(long pid) {
        process = Path.of("/proc", Long.toString(pid));
    }

    /** The folder below which the process finds its files, if that is not the debugger's own root directory; for GDB's {@code sysroot}. */
    public Optional<Path> root() {
        Path self = Path.of("/proc/self");
        boolean same = link(process, "root").equals(link(self, "root"))
                && link(process, "ns/mnt").equals(link(self, "ns/mnt"));
        return same ? Optional.empty() : Optional.of(process.resolve("root"));
    }

    /** Its executable: by a path that a user knows, or by that of {@code /proc} when it was deleted or replaced since. */
    public Path executable() {
        Path exe = process.resolve("exe");
        return link(process, "exe")
                .flatMap(path -> Stream.concat(Stream.of(path), root().map(root -> below(root, path)).stream())
                        .filter(candidate -> isSame(candidate, exe))
                        .findFirst())
                .orElse(exe);
    }

    private static Path below(Path root, Path path) {
        return root.resolve(Path.of("/").relativize(path));
    }

    private static boolean isSame(Path path, Path other) {
        try {
            return Files.isSameFile(path, other);
        } catch (IOException missing) {
            return false;
        }
    }

    private static Optional<Path> link(Path process, String name) {
        try {
            return Optional.of(Files.readSymbolicLink(process.resolve(name)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
