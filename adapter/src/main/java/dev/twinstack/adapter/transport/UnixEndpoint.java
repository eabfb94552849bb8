package dev.twinstack.adapter.transport;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Unix socket that only its owner may connect to (mode 0600; unix(7): connecting takes the right to write). */
final class UnixEndpoint implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(UnixEndpoint.class);

    /** How many names of directories there are to choose from. The names are short, as the path of a socket has at most 107 bytes (unix(7)). */
    private static final int NAMES = 0x10000;

    private final Path path;
    /** The file that was made, as the file system knows it; another server may have replaced it since. */
    private Object made;

    UnixEndpoint(Path path) {
        this.path = path;
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    /** The socket is made in a directory that nobody else may enter, and moved to its place once its rights are set, so that it is never open to others. */
    @Override
    public ServerSocketChannel open() {
        try {
            requireFree();
            Path directory = Files.createDirectory(
                    path.resolveSibling(".tw"
                            + Integer.toHexString(ThreadLocalRandom.current().nextInt(NAMES))),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                return bound(directory.resolve("s"));
            } finally {
                Files.delete(directory);
            }
        } catch (IOException failure) {
            throw new UserError(
                    "Twinstack cannot listen on '" + path + "' (" + UserError.reason(failure)
                            + "); choose a short path in a directory of yours.",
                    failure);
        }
    }

    private ServerSocketChannel bound(Path first) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(first));
            Files.setPosixFilePermissions(first, PosixFilePermissions.fromString("rw-------"));
            made = key(first);
            Files.move(first, path, StandardCopyOption.ATOMIC_MOVE);
            return channel;
        } catch (IOException failure) {
            channel.close();
            Files.deleteIfExists(first);
            throw failure;
        }
    }

    /** Throws {@link UserError} unless there is nothing at the path, or a socket of a server that was killed, which is replaced. */
    private void requireFree() throws IOException {
        BasicFileAttributes there;
        try {
            there = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException free) {
            return;
        }
        if (!there.isOther()) {
            throw new UserError("'" + path + "' is there already and is no socket; choose another path for --listen.");
        }
        if (answers()) {
            throw new UserError(
                    "Another server listens on '" + path + "'; end it, or choose another path for --listen.");
        }
    }

    private boolean answers() {
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public String name(ServerSocketChannel channel) {
        return UNIX + path;
    }

    @Override
    public void accepted(SocketChannel client) {
        // Unix sockets send at once.
    }

    @Override
    public void remove() {
        try {
            if (key(path).equals(made)) {
                Files.delete(path);
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("The socket was taken away by another", gone);
        } catch (IOException failure) {
            LOG.warn("The socket {} could not be taken away", path, failure);
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }
}
