package dev.twinstack.adapter.session.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What is seen of the pipes of real processes from outside. */
class ServerPipesTest {
    private static final String PRINTS = "echo out; echo error >&2; read -r end";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    @Test
    void areEmptyOnceBothWereRead() throws IOException {
        Process server = shell(PRINTS);
        ServerPipes pipes = new ServerPipes(server.pid());
        readLine(server.getInputStream());
        awaitOutput(server.getErrorStream());
        assertThat(pipes.areEmpty()).isFalse();
        readLine(server.getErrorStream());
        assertThat(pipes.areEmpty()).isTrue();
        server.destroy();
    }

    @Test
    void areThoseOfWhoPrintsIntoThemAlone() throws IOException {
        Process server = shell(PRINTS);
        Process other = shell(PRINTS);
        Process mute = shell("exec 2>&-; " + PRINTS);
        for (Process each : new Process[] {server, other, mute}) {
            awaitOutput(each.getInputStream());
        }
        assertThat(new ServerPipes(server.pid()).areOf(server.pid())).isTrue();
        assertThat(new ServerPipes(server.pid()).areOf(other.pid())).isFalse();
        assertThat(new ServerPipes(mute.pid()).areOf(mute.pid())).isFalse();
        for (Process each : new Process[] {server, other, mute}) {
            each.destroy();
        }
    }

    private static Process shell(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).start();
    }

    private static void readLine(InputStream stream) throws IOException {
        awaitOutput(stream);
        stream.readNBytes(stream.available());
    }

    /** Waits until something can be read. */
    private static void awaitOutput(InputStream stream) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (stream.available() == 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(stream.available()).isPositive();
    }
}
