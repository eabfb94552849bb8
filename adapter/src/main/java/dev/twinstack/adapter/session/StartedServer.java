package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.StubServer;
import dev.twinstack.adapter.output.OutputPump;
import dev.twinstack.mi.InheritedSignals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server of GDB's remote protocol that the session has started. What it and its program print is sent as {@code output} events; it is ended with the session. */
public final class StartedServer {
    private static final Logger LOG = LoggerFactory.getLogger(StartedServer.class);

    /** How many characters are kept of what a server prints before it listens. */
    private static final int KEPT = 1 << 16;

    private static final int SECONDS_TO_END = 2;

    private final SessionThread thread;
    private final Events events;
    private final Thread atExit = new Thread(this::end, "stub-server-at-exit");
    private final StringBuilder said = new StringBuilder();
    private StubServer wanted;
    private CompletableFuture<String> listening;
    private volatile Process process;

    public StartedServer(SessionThread thread, Events events) {
        this.thread = thread;
        this.events = events;
    }

    /**
     * Starts the server. The result is completed on the session thread when the server listens, with the port that it has printed, or with an empty
     * text; it fails with a {@link UserError}.
     */
    CompletableFuture<String> start(StubServer server) {
        wanted = server;
        listening = new CompletableFuture<>();
        if (process == null) {
            Runtime.getRuntime().addShutdownHook(atExit);
        }
        process = started();
        carry(process.getInputStream(), OutputEventArgumentsCategory.STDOUT);
        carry(process.getErrorStream(), OutputEventArgumentsCategory.CONSOLE);
        process.onExit().thenAccept(ended -> thread.post(() -> ended(ended.exitValue())));
        if (server.listens() == null) {
            later(server.delay(), () -> listening.complete(""));
        } else {
            later(server.patience(), () -> listening.completeExceptionally(silent()));
        }
        return listening;
    }

    private Process started() {
        ProcessBuilder builder = new ProcessBuilder(InheritedSignals.unblocked(wanted.command()))
                .directory(wanted.directory().toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        wanted.environment().forEach((name, value) -> {
            if (value == null) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UserError(
                    "The server " + name() + " cannot be started (" + failure.getMessage()
                            + "); install it, or correct its path in the launch configuration.",
                    failure);
        }
    }

    private void carry(InputStream stream, String category) {
        OutputPump pump = new OutputPump(thread, text -> {
            events.output(category, text);
            heard(text);
        });
        Thread reader = new Thread(() -> carry(stream, pump), "stub-server-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void carry(InputStream stream, OutputPump pump) {
        try {
            pump.pump(Channels.newChannel(stream));
        } catch (IOException failure) {
            LOG.warn("The output of {} was cut off", name(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(String text) {
        if (wanted.listens() == null || listening.isDone() || said.length() > KEPT) {
            return;
        }
        said.append(text);
        Matcher matcher = wanted.listens().matcher(said);
        if (matcher.find()) {
            String port = matcher.groupCount() == 0 ? "" : matcher.group(1);
            later(wanted.delay(), () -> listening.complete(port));
        }
    }

    private void later(Duration time, Runnable action) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> thread.post(action));
    }

    private void ended(int status) {
        listening.completeExceptionally(
                new UserError(
                        "The server " + name() + " ended with status " + status
                                + " before it listened; the debug console has what it said, and the launch configuration its arguments."));
    }

    private UserError silent() {
        return new UserError("The server " + name() + " has not said within "
                + wanted.patience().toMillis() + " ms that it listens ('" + wanted.listens()
                + "'); correct that pattern in the launch configuration, or give it more time.");
    }

    private String name() {
        return "'" + wanted.command().get(0) + "'";
    }

    /** Ends the server, if one was started and is to be ended with the session; takes at most {@value #SECONDS_TO_END} seconds. */
    public void end() {
        Process running = process;
        if (running == null || !wanted.ends()) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
