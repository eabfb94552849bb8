package dev.twinstack.adapter.dsl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A server of the classes under test that clients connect to. */
public final class ListeningServer implements AutoCloseable {
    private static final String ANNOUNCED = "DAP server listening at: ";

    private final ServerProcess process;
    private final String endpoint;

    private ListeningServer(ServerProcess process) {
        this.process = process;
        this.endpoint = announced(process);
    }

    /** Starts it with these options, and waits until clients can connect. */
    public static ListeningServer start(String... options) {
        return new ListeningServer(ServerProcess.startOfClasses(options));
    }

    private static String announced(ServerProcess process) {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8)).readLine();
            if (line == null || !line.startsWith(ANNOUNCED)) {
                throw new AssertionError("The server does not listen: " + line + process.errors());
            }
            return line.substring(ANNOUNCED.length());
        } catch (IOException e) {
            throw new UncheckedIOException("The server's output could not be read.", e);
        }
    }

    /** What the server said that it listens on. */
    public String endpoint() {
        return endpoint;
    }

    /** The process. */
    public ServerProcess process() {
        return process;
    }

    /** A new client's connection, which has a session of its own. */
    public Connection connect() {
        try {
            return new Connection(SocketChannel.open(address()));
        } catch (IOException e) {
            throw new UncheckedIOException("The server cannot be connected to.", e);
        }
    }

    private SocketAddress address() {
        if (endpoint.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(Path.of(endpoint.substring("unix:".length())));
        }
        int colon = endpoint.lastIndexOf(':');
        return new InetSocketAddress(endpoint.substring(0, colon), Integer.parseInt(endpoint.substring(colon + 1)));
    }

    @Override
    public void close() {
        process.close();
    }
}
