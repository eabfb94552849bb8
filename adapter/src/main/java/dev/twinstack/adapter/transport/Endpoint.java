package dev.twinstack.adapter.transport;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A place where clients can connect. */
sealed interface Endpoint permits TcpEndpoint, UnixEndpoint {
    /** The marker of a Unix socket's path in {@code --listen}. */
    String UNIX = "unix:";

    /** {@code unix:/path}, {@code HOST:PORT} or {@code PORT} of the loopback. Throws {@link UserError} for anything else. */
    static Endpoint of(String text) {
        return text.startsWith(UNIX)
                ? new UnixEndpoint(Path.of(text.substring(UNIX.length())).toAbsolutePath())
                : TcpEndpoint.of(text);
    }

    /** Whether none but processes of this machine can connect. */
    boolean isLocal();

    /** Listens. Throws {@link UserError} when that is not possible. */
    ServerSocketChannel open();

    /** As a client is to be told, when the endpoint is open as {@code channel}. */
    String name(ServerSocketChannel channel) throws IOException;

    /** Prepares a connection that was accepted. */
    void accepted(SocketChannel client) throws IOException;

    /** Takes away what is left of the endpoint in the file system. */
    void remove();
}
