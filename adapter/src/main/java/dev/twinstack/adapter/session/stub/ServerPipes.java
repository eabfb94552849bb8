package dev.twinstack.adapter.session.stub;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pipes into which a server prints, seen from outside: {@code /proc/PID/fd} leads to them (proc(5)), and tells what nobody has read yet. */
record ServerPipes(long server) {
    private static final List<String> STREAMS = List.of("1", "2");

    /** Whether a process prints into them itself, so that nothing can hold back what it wrote. */
    boolean areOf(long process) {
        return STREAMS.stream().allMatch(stream -> link(process, stream).equals(link(server, stream))) && canBeTold();
    }

    /** Whether it can be told what was read: not after the server's end, even if another process can still print into them. */
    boolean canBeTold() {
        return STREAMS.stream().allMatch(stream -> unread(stream) >= 0);
    }

    /** Whether everything in them was read. */
    boolean areEmpty() {
        return STREAMS.stream().allMatch(stream -> unread(stream) == 0);
    }

    /** How many bytes wait to be read; -1 where that cannot be told. */
    private int unread(String stream) {
        try (FileInputStream pipe = new FileInputStream(file(server, stream).toFile())) {
            return pipe.available();
        } catch (IOException closed) {
            return -1;
        }
    }

    private static Optional<Path> link(long process, String stream) {
        try {
            return Optional.of(Files.readSymbolicLink(file(process, stream)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Path file(long process, String stream) {
        return Path.of("/proc", Long.toString(process), "fd", stream);
    }
}
