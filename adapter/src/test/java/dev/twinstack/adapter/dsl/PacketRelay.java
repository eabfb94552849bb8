package dev.twinstack.adapter.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between GDB and a gdbserver for one connection, and counts the packets that GDB sends. */
public final class PacketRelay implements AutoCloseable {
    private final ServerSocket socket;
    private final Socket server;
    private final AtomicInteger sent = new AtomicInteger();

    private PacketRelay(String address) throws IOException {
        server = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address.split(":")[1]));
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        background(() -> relay(socket.accept()));
    }

    /** Relays to the gdbserver. */
    public static PacketRelay to(GdbServer server) {
        try {
            return new PacketRelay(server.address());
        } catch (IOException e) {
            throw new UncheckedIOException("The relay could not be started.", e);
        }
    }

    /** Where GDB is to connect. */
    public String address() {
        return "localhost:" + socket.getLocalPort();
    }

    /** How many packets GDB has sent; each begins with {@code $}, which stands nowhere else in what it sends. */
    public int sent() {
        return sent.get();
    }

    private void relay(Socket gdb) throws IOException {
        gdb.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        background(() -> server.getInputStream().transferTo(gdb.getOutputStream()));
        InputStream in = gdb.getInputStream();
        OutputStream out = server.getOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                sent.addAndGet(buffer[i] == '$' ? 1 : 0);
            }
            out.write(buffer, 0, count);
        }
        server.close();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void background(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The one end tells the other by its end.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The relay could not be closed.", e);
        }
    }
}
