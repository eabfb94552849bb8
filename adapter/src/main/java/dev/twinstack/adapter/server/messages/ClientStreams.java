package dev.twinstack.adapter.server.messages;

import com.google.gson.GsonBuilder;
import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.SessionThread;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.debug.RestartArguments;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;

/** The two streams on which lsp4j speaks with a client, and the thread that reads one of them. */
public final class ClientStreams implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ClientStreams.class.getName());

    /** Kept quiet, as lsp4j logs a closed stream with its stack trace. A field, because java.util.logging forgets a logger that nobody refers to. */
    private static final Logger LSP4J = Logger.getLogger("org.eclipse.lsp4j");

    /** Large enough for a message of ordinary size, so that header and content leave in one write. */
    private static final int OUTPUT_BUFFER = 64 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(ClientStreams::reader);
    private Launcher<IDebugProtocolClient> launcher;

    public ClientStreams(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
        LSP4J.setLevel(Level.WARNING);
    }

    /** The client, whose requests {@code services} answer; {@code gate} gets all consumers of messages, and {@code tell} what the client is to know of its own. */
    public IDebugProtocolClient client(
            List<Object> services,
            SessionThread thread,
            UnaryOperator<MessageConsumer> gate,
            ClientFormat format,
            Consumer<String> tell) {
        launcher = new DapLauncher(thread, tell)
                .setLocalServices(services)
                .setClassLoader(ClientStreams.class.getClassLoader())
                .setRemoteInterface(IDebugProtocolClient.class)
                .setInput(new BufferedInputStream(in)) // lsp4j reads a header byte by byte
                .setOutput(new BufferedOutputStream(out, OUTPUT_BUFFER))
                .setExecutorService(reader)
                .wrapMessages(gate)
                .configureGson(gson -> whatLsp4jLeavesOut(gson, format))
                .setExceptionHandler(DapErrors::toResponseError)
                .create();
        return launcher.getRemoteProxy();
    }

    private static void whatLsp4jLeavesOut(GsonBuilder gson, ClientFormat format) {
        gson.registerTypeAdapter(RestartArguments.class, RestartAttributes.reader());
        gson.registerTypeAdapterFactory(new NullDataId());
        gson.registerTypeAdapterFactory(new SourcePaths(format));
    }

    /** Reads what the client sends; {@code gone} is run on the reading thread when it sends no more. */
    public void read(Runnable gone) {
        launcher.startListening();
        reader.execute(gone);
    }

    private static Thread reader(Runnable task) {
        Thread reader = new Thread(task, "dap-reader");
        reader.setDaemon(true);
        return reader;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failure) {
            LOG.log(Level.FINE, "The client was gone before it was told the end", failure);
        }
        reader.shutdownNow();
    }
}
