package dev.twinstack.adapter.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** What a client gets. */
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

    /** Says that nothing follows, and leaves the client a moment to do the same: TCP throws away what it has not read if the socket is closed with something unread. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.shutdownOutput();
            input.awaitEnd(LONGEST_GOODBYE_MILLIS);
        }
    }
}
