package dev.twinstack.adapter.server;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.jsonrpc.debug.DebugLauncher;

/**
 * The requests of a stop, sent some dozens of times to a {@link RehearsedSession} while GDB starts and the JVM would wait for it: what a JVM has
 * not run that often it interprets, which the user's first stops would wait for. Nothing of the real session is touched.
 */
final class Rehearsal {
    private static final int ROUNDS = 40;
    private static final String[] REQUESTS = {
        "'threads'",
        "'stackTrace','arguments':{'threadId':1,'startFrame':0,'levels':20}",
        "'scopes','arguments':{'frameId':1}",
        "'variables','arguments':{'variablesReference':1}",
        "'next','arguments':{'threadId':1}",
    };

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private Rehearsal() {}

    /** On a thread of its own, once in a JVM; not where the only processor is GDB's. */
    static void begin() {
        if (BEGUN.getAndSet(true) || Runtime.getRuntime().availableProcessors() == 1) {
            return;
        }
        ExecutorService stage = Executors.newSingleThreadExecutor(Rehearsal::thread);
        stage.execute(() -> {
            perform(stage);
            stage.shutdown();
        });
    }

    private static void perform(ExecutorService stage) {
        RehearsedSession session = new RehearsedSession();
        var launcher = new DebugLauncher.Builder<IDebugProtocolClient>()
                .setLocalService(session)
                .setRemoteInterface(IDebugProtocolClient.class)
                .setInput(new ByteArrayInputStream(requests()))
                .setOutput(OutputStream.nullOutputStream())
                .setExecutorService(stage)
                .create();
        session.connect(launcher.getRemoteProxy());
        launcher.startListening();
    }

    private static byte[] requests() {
        String round = Stream.of(REQUESTS).map(Rehearsal::message).collect(Collectors.joining());
        return round.repeat(ROUNDS).getBytes(StandardCharsets.US_ASCII);
    }

    private static String message(String request) {
        String json = ("{'seq':1,'type':'request','command':" + request + "}").replace('\'', '"');
        return "Content-Length: " + json.length() + "\r\n\r\n" + json;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "rehearsal");
        thread.setDaemon(true);
        return thread;
    }
}
