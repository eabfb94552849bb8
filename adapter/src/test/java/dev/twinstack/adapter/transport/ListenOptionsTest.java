package dev.twinstack.adapter.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenOptionsTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"0", "127.0.0.1:4711", "localhost:4711", "[::1]:4711", "unix:/run/me/twinstack.sock"})
    void whatOnlyThisMachineReachesNeedsNoToken(String endpoint) {
        assertThat(parse("--listen", endpoint).endpoint().isLocal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "65536", "::1:4711", "http://localhost:1", "1:2:3", "-1"})
    void whatIsNoEndpointIsRefused(String endpoint) {
        refused("nothing to listen on", "--listen", endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:4711", "[::]:4711", "192.0.2.1:4711"})
    void othersReachItOnlyWithFlagAndToken(String endpoint) throws IOException {
        String token = tokenFile("rw-------", "0123456789abcdef").toString();
        refused("takes both --allow-remote and --token-file", "--listen", endpoint);
        refused("takes both", "--listen", endpoint, "--allow-remote");
        refused("takes both", "--listen", endpoint, "--token-file", token);
        assertThat(parse("--listen", endpoint, "--allow-remote", "--token-file", token)
                        .endpoint()
                        .isLocal())
                .isFalse();
    }

    @Test
    void aTokenIsLongAndSecret() throws IOException {
        refused(
                "run chmod 600",
                "--listen",
                "0",
                "--token-file",
                tokenFile("rw-r-----", "0123456789abcdef").toString());
        refused(
                "fewer than 16",
                "--listen",
                "0",
                "--token-file",
                tokenFile("rw-------", "short").toString());
        refused(
                "cannot be read",
                "--listen",
                "0",
                "--token-file",
                directory.resolve("none").toString());
    }

    @Test
    void whatIsNoOptionIsRefused() {
        refused("no option '--tokens'", "--listen", "0", "--tokens", "x");
        refused("lacks its value", "--listen");
        refused("'4711' is no option", "--listen", "0", "4711");
    }

    private static ListenOptions parse(String... arguments) {
        return ListenOptions.parse(List.of(arguments));
    }

    private static void refused(String words, String... arguments) {
        assertThatThrownBy(() -> parse(arguments)).isInstanceOf(UserError.class).hasMessageContaining(words);
    }

    private Path tokenFile(String rights, String text) throws IOException {
        Path file = Files.createTempFile(directory, "token", "");
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }
}
