package dev.twinstack.adapter.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListeningProcessTest {
    @Test
    void theProgramThatListensIsFoundUntilItListensNoMore() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            assertThat(ListeningProcess.on(port)).contains("java");
        }
        assertThat(ListeningProcess.on(port)).isEmpty();
    }
}
