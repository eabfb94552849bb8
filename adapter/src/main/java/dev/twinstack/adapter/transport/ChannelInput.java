package dev.twinstack.adapter.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a client sends. The JDK's own stream of a channel lets nobody write while it waits, until JDK 18 (JDK-4774871). */
final class ChannelInput extends InputStream {
    private final SocketChannel channel;
    private final CountDownLatch ended = new CountDownLatch(1);

    ChannelInput(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = -1;
        try {
            count = channel.read(ByteBuffer.wrap(bytes, offset, length));
        } finally {
            if (count < 0) {
                ended.countDown();
            }
        }
        return count;
    }

    /** Waits until the client has closed its side, for that long at most. */
    void awaitEnd(long millis) {
        try {
            ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
