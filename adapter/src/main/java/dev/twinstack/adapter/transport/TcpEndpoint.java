package dev.twinstack.adapter.transport;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A TCP port; 0 stands for any that is free. */
record TcpEndpoint(InetSocketAddress address) implements Endpoint {
    private static final Pattern SHAPE =
            Pattern.compile("(?:(?<host>[^:\\[\\]]+|\\[[0-9A-Fa-f:.]+]):)?(?<port>\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    static TcpEndpoint of(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || Integer.parseInt(shape.group("port")) > LAST_PORT) {
            throw new UserError(
                    "'" + text + "' is nothing to listen on; give PORT, HOST:PORT or unix:/path to --listen.");
        }
        return new TcpEndpoint(new InetSocketAddress(host(shape.group("host")), Integer.parseInt(shape.group("port"))));
    }

    private static InetAddress host(String name) {
        try {
            return name == null ? InetAddress.getByAddress(new byte[] {127, 0, 0, 1}) : InetAddress.getByName(name);
        } catch (UnknownHostException unknown) {
            throw new UserError(
                    "The host '" + name + "' of --listen is not known; give a name or address of this machine.",
                    unknown);
        }
    }

    @Override
    public boolean isLocal() {
        return address.getAddress().isLoopbackAddress();
    }

    @Override
    public ServerSocketChannel open() {
        try {
            return ServerSocketChannel.open().bind(address);
        } catch (IOException failure) {
            throw new UserError(
                    "Twinstack cannot listen on " + written(address) + " (" + UserError.reason(failure)
                            + "); choose another port, or 0 for any that is free.",
                    failure);
        }
    }

    @Override
    public String name(ServerSocketChannel channel) throws IOException {
        return written((InetSocketAddress) channel.getLocalAddress());
    }

    /** Every message leaves at once; of a client whose machine is gone the kernel tells in the end. */
    @Override
    public void accepted(SocketChannel client) throws IOException {
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }

    @Override
    public void remove() {
        // A port leaves nothing behind.
    }

    private static String written(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
