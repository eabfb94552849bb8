package dev.twinstack.adapter.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** What a client is sent. */
final class ChannelOutput extends OutputStream {
    private static final long LONGEST_GOODBYE_MILLIS = 1000;

    private final SocketChannel channel;
    private final ChannelInput input;

    /** {@code input} is what the same client sends. */
    ChannelOutput(SocketChannel channel, ChannelInput input) {
        this.channel = channel;
        this.input = input;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /**
     * Tells the client that nothing follows, and waits a moment until it has closed its side, too: a socket that is closed while something that the client has
     * sent is unread is reset, and the client then loses what it has not read (RFC 1122, 4.2.2.13).
     */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.shutdownOutput();
            input.awaitEnd(LONGEST_GOODBYE_MILLIS);
        }
    }
}
