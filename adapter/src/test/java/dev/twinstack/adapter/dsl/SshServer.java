package dev.twinstack.adapter.dsl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server of ssh on a port of the loopback, with keys of its own for this user alone. */
public final class SshServer {
    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
    private static final Path PRIVILEGES = Path.of("/run/sshd");

    private SshServer() {}

    /** The way through one to this machine; a test is skipped where there is no sshd, or where it lets nobody in. */
    public static Pipe pipe() {
        assumeTrue(
                Files.exists(PROGRAM),
                "There is no sshd (Debian: openssh-server), which nobody is to install for a test.");
        Path directory = ScratchDirectory.create("ssh");
        int port = freePort();
        List.of("host", "user")
                .forEach(key -> Commands.run(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-f",
                        directory.resolve(key).toString()));
        dev.twinstack.adapter.dsl.Files.write(directory.resolve("config"), configuration(directory, port));
        if (Users.isRoot()) {
            Commands.run("mkdir", "-p", PRIVILEGES.toString());
        }
        RunningProgram server = RunningProgram.start(
                PROGRAM.toString(),
                "-D",
                "-e",
                "-f",
                directory.resolve("config").toString());
        server.printed("Server listening");
        Path temporary = ScratchDirectory.create("there");
        return Pipe.to(server::close, temporary, command(directory, port, temporary));
    }

    private static String configuration(Path directory, int port) {
        return """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                AcceptEnv TMPDIR
                """.formatted(port, directory.resolve("host"), directory.resolve("user.pub"));
    }

    private static String[] command(Path directory, int port, Path temporary) {
        return new String[] {
            "env",
            "TMPDIR=" + temporary,
            "ssh",
            "-T",
            "-F",
            "none",
            "-o",
            "BatchMode=yes",
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "UserKnownHostsFile=/dev/null",
            "-o",
            "SendEnv=TMPDIR",
            "-o",
            "LogLevel=ERROR",
            "-i",
            directory.resolve("user").toString(),
            "-p",
            Integer.toString(port),
            "127.0.0.1"
        };
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free.", e);
        }
    }
}
