package dev.twinstack.adapter.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a TCP port of this machine: Linux names the socket in {@code /proc/net/tcp}, and its owner's file descriptors lead to it (proc(5)). */
public final class ListeningProcess {
    private static final List<Path> SOCKETS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String LISTENS = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningProcess() {}

    /** The file name of its executable; empty where nobody listens, or another user's process does. */
    public static Optional<String> on(int port) {
        return sockets(port).flatMap(ListeningProcess::owners).findFirst();
    }

    private static Stream<String> sockets(int port) {
        String end = String.format(":%04X", port);
        return SOCKETS.stream()
                .flatMap(ListeningProcess::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(words ->
                        words.length > INODE && words[LOCAL_ADDRESS].endsWith(end) && words[STATE].equals(LISTENS))
                .map(words -> "socket:[" + words[INODE] + "]");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII).stream();
        } catch (IOException missing) {
            return Stream.empty();
        }
    }

    private static Stream<String> owners(String socket) {
        return ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", Long.toString(process.pid())))
                .filter(process -> has(process, socket))
                .flatMap(process -> link(process.resolve("exe")).stream())
                .map(executable -> Path.of(executable).getFileName().toString());
    }

    private static boolean has(Path process, String socket) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path each : open) {
                if (link(each).filter(socket::equals).isPresent()) {
                    return true;
                }
            }
        } catch (IOException gone) {
            return false;
        }
        return false;
    }

    private static Optional<String> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path).toString());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
