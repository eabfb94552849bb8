package dev.twinstack.mi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The other end of a connection, spoken for by the test. */
final class FakeGdb implements AutoCloseable {
    private static final int READ_TIMEOUT_MILLIS = 5000;

    private final Socket here;
    private final Socket there;
    private final BufferedReader commands;

    FakeGdb() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            there = new Socket(server.getInetAddress(), server.getLocalPort());
            here = server.accept();
        }
        here.setSoTimeout(READ_TIMEOUT_MILLIS);
        commands = new BufferedReader(new InputStreamReader(here.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The end that the connection under test talks to. */
    Socket socket() {
        return there;
    }

    String nextCommand() throws IOException {
        return commands.readLine();
    }

    void says(String... lines) throws IOException {
        here.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Ends its output, as a GDB that exits does. */
    void dies() throws IOException {
        here.close();
    }

    @Override
    public void close() throws IOException {
        here.close();
        there.close();
    }
}
