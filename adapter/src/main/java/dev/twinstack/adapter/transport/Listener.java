package dev.twinstack.adapter.transport;

import dev.twinstack.adapter.server.AccessToken;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes clients until the process is told to end, side by side: each has a session of its own with a thread and a GDB of its own. */
public final class Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final long BREATH_SECONDS = 1;

    private final Endpoint endpoint;
    private final AccessToken token;

    private Listener(Endpoint endpoint, AccessToken token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /** Prints {@code DAP server listening at: ENDPOINT} once clients can connect. Throws {@link dev.twinstack.adapter.dap.UserError} when none ever can. */
    public static void listen(ListenOptions options, PrintStream out) throws InterruptedException {
        new Listener(options.endpoint(), options.token()).listen(out);
    }

    private void listen(PrintStream out) throws InterruptedException {
        ServerSocketChannel channel = endpoint.open();
        Runtime.getRuntime().addShutdownHook(new Thread(endpoint::remove, "endpoint-at-exit"));
        try (channel) {
            out.println("DAP server listening at: " + endpoint.name(channel));
            out.flush();
            while (channel.isOpen()) {
                acceptOne(channel);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("The listening socket was lost.", failure);
        }
    }

    /** Takes the next client. A failure, such as too many open files, is that client's alone. */
    private void acceptOne(ServerSocketChannel channel) throws InterruptedException {
        try {
            SocketChannel client = channel.accept();
            endpoint.accepted(client);
            new Thread(new ClientConnection(client, token), "session").start();
        } catch (IOException failure) {
            LOG.warn("A client could not be accepted", failure);
            TimeUnit.SECONDS.sleep(BREATH_SECONDS);
        }
    }
}
