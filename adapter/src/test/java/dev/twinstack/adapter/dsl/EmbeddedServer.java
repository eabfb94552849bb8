package dev.twinstack.adapter.dsl;

import dev.twinstack.adapter.server.DapConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;

/** The server in the test's own process, behind two pipes. */
public final class EmbeddedServer implements Server {
    private static final long LONGEST_END = 10_000;

    private final Pipe toServer;
    private final Pipe toClient;
    private final Thread thread;

    private EmbeddedServer(Pipe toServer, Pipe toClient) {
        this.toServer = toServer;
        this.toClient = toClient;
        thread = new Thread(this::serve, "dap-server");
        thread.setDaemon(true);
    }

    /** A server that waits for {@code initialize}. */
    public static EmbeddedServer start() {
        try {
            EmbeddedServer server = new EmbeddedServer(Pipe.open(), Pipe.open());
            server.thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("No pipe could be opened.", e);
        }
    }

    private void serve() {
        try (InputStream in = Channels.newInputStream(toServer.source());
                OutputStream out = Channels.newOutputStream(toClient.sink())) {
            DapConnection.serve(in, out);
        } catch (IOException e) {
            throw new UncheckedIOException("The pipes to the server failed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public InputStream output() {
        return Channels.newInputStream(toClient.source());
    }

    @Override
    public OutputStream input() {
        return Channels.newOutputStream(toServer.sink());
    }

    @Override
    public void close() {
        try {
            toServer.sink().close();
            thread.join(LONGEST_END);
            toClient.source().close();
        } catch (IOException e) {
            throw new UncheckedIOException("The pipes to the server could not be closed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new AssertionError("The server did not end with its session.");
        }
    }
}
