package dev.twinstack.adapter.transport;

import dev.twinstack.adapter.server.AccessToken;
import dev.twinstack.adapter.server.DapConnection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client that has connected, and its session. */
final class ClientConnection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    /** How a conversation in DAP begins. HTTP begins otherwise, and is refused: a web page could have the user's browser send a launch to a port of the loopback. */
    private static final String BEGINNING = "Content-Length:";

    /** How long a client may stay silent before its first byte, for which a thread waits. */
    private static final long SILENCE_SECONDS = 10;

    private final SocketChannel channel;
    private final AccessToken token;
    private volatile boolean hasBegun;

    ClientConnection(SocketChannel channel, AccessToken token) {
        this.channel = channel;
        this.token = token;
    }

    @Override
    public void run() {
        CompletableFuture.delayedExecutor(SILENCE_SECONDS, TimeUnit.SECONDS).execute(this::endUnlessBegun);
        try (channel) {
            ChannelInput in = new ChannelInput(channel);
            byte[] first = in.readNBytes(BEGINNING.length());
            hasBegun = true;
            if (new String(first, StandardCharsets.ISO_8859_1).equalsIgnoreCase(BEGINNING)) {
                serve(first, in);
            } else if (first.length > 0) {
                LOG.warn("A client was refused that does not speak the Debug Adapter Protocol");
            }
        } catch (AsynchronousCloseException silent) {
            LOG.warn("A client was refused that said nothing for {} seconds", SILENCE_SECONDS);
        } catch (IOException failure) {
            LOG.warn("A client's connection failed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void endUnlessBegun() {
        if (!hasBegun) {
            try {
                channel.close();
            } catch (IOException failure) {
                LOG.warn("A client's connection could not be closed", failure);
            }
        }
    }

    private void serve(byte[] first, ChannelInput rest) throws IOException, InterruptedException {
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(first), rest);
        OutputStream out = new ChannelOutput(channel, rest);
        DapConnection.serve(in, out, token);
    }
}
