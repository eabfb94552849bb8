package dev.twinstack.adapter.output;

import dev.twinstack.mi.GdbPipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A terminal at the other end of a pipe. A second shell there, beside the one that runs GDB, moves the bytes between the pipe and two FIFOs in GDB's
 * directory; the helpers have the other ends of these ({@code terminal_pipe.py}).
 */
final class TerminalPipe implements WritableByteChannel {
    private static final String CONNECTED = "twinstack-connected";
    private static final int PATIENCE_SECONDS = 2;

    /** What the shell runs. It says that it is connected before any output of the program comes; from then on its input is the program's. */
    private static final String SCRIPT = """
            cd %s && exec 3>input 4<output || exit
            echo twinstack-connected
            cat <&4 3>&- &
            exec cat >&3 4<&-""";

    private final Process shell;

    private TerminalPipe(Process shell) {
        this.shell = shell;
    }

    static TerminalPipe start(GdbPipe pipe, String directory) throws IOException {
        return new TerminalPipe(pipe.shell(String.format(SCRIPT, GdbPipe.quote(directory))));
    }

    /** Completed when both ends are connected; fails with an {@link UncheckedIOException} when the shell ends before. What a login prints before is passed over. */
    CompletableFuture<?> connected() {
        return CompletableFuture.runAsync(this::awaitConnection, task -> {
            Thread reader = new Thread(task, "terminal-connection");
            reader.setDaemon(true);
            reader.start();
        });
    }

    private void awaitConnection() {
        try {
            String line = GdbPipe.nextLine(shell);
            while (!CONNECTED.equals(line)) {
                if (line == null) {
                    throw new IOException("the shell there has ended");
                }
                line = GdbPipe.nextLine(shell);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    InputStream output() {
        return shell.getInputStream();
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int size = bytes.remaining();
        OutputStream input = shell.getOutputStream();
        input.write(bytes.array(), bytes.arrayOffset() + bytes.position(), size);
        input.flush();
        bytes.position(bytes.limit());
        return size;
    }

    @Override
    public boolean isOpen() {
        return shell.isAlive();
    }

    /** Closes the shell's input, upon which it ends, as GDB has closed the other ends of the FIFOs. */
    @Override
    public void close() throws IOException {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
