package dev.twinstack.adapter.report;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.server.DapConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.lsp4j.debug.ConfigurationDoneArguments;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateArgumentsContext;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.debug.DebugLauncher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session with our own DAP server, client and server in this process. Every answer is waited for, and no wait is endless. */
public final class ReportSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportSession.class);
    private static final Duration OPENING = Duration.ofMinutes(5);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(10);

    private final Pipe toServer;
    private final Pipe toClient;
    private final Thread serving;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> daemon(task, "report-reader"));
    private final ReportClient client = new ReportClient();
    private final Protocol server;
    private final Duration answer;
    /** Whether GDB has failed to answer in time before: nothing more is waited for then. */
    private volatile boolean isSilent;

    private ReportSession(Pipe toServer, Pipe toClient, Duration answer) {
        this.answer = answer;
        this.toServer = toServer;
        this.toClient = toClient;
        serving = daemon(this::serve, "session");
        Launcher<Protocol> launcher = new DebugLauncher.Builder<Protocol>()
                .setLocalService(client)
                .setRemoteInterface(Protocol.class)
                .setClassLoader(ReportSession.class.getClassLoader())
                .setInput(Channels.newInputStream(toClient.source()))
                .setOutput(Channels.newOutputStream(toServer.sink()))
                .setExecutorService(reader)
                .create();
        server = launcher.getRemoteProxy();
        serving.start();
        launcher.startListening();
    }

    /** A session in which nothing is debugged yet. */
    public static ReportSession open() {
        return open(ANSWER);
    }

    /** A session that waits so long for each answer. */
    static ReportSession open(Duration answer) {
        try {
            return new ReportSession(Pipe.open(), Pipe.open(), answer);
        } catch (IOException failure) {
            throw new UncheckedIOException("No pipe could be opened", failure);
        }
    }

    /**
     * Has GDB get hold of what {@code attributes} name ({@code coreFile}, {@code processId}); returns the stop at which it stands then.
     * Throws {@link UserError} with the server's own sentence when that fails.
     */
    public StoppedEventArguments attach(Map<String, Object> attributes) {
        InitializeRequestArguments abilities = new InitializeRequestArguments();
        abilities.setAdapterID("twinstack");
        abilities.setSupportsVariableType(true);
        await(server.initialize(abilities), OPENING);
        CompletableFuture<Void> attached = server.attach(attributes);
        await(CompletableFuture.anyOf(client.initialized, attached), OPENING);
        await(server.configurationDone(new ConfigurationDoneArguments()), OPENING);
        await(attached, OPENING);
        return stop();
    }

    private StoppedEventArguments stop() {
        try {
            return client.nextStop(OPENING)
                    .orElseThrow(() -> new UserError("The debugger ended before the process stood: "
                            + String.join(" ", console()).strip()));
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Has GDB carry out a command of its own. Throws {@link UserError} where it refuses. */
    public void command(String gdb) {
        EvaluateArguments command = new EvaluateArguments();
        command.setExpression("-exec " + gdb);
        command.setContext(EvaluateArgumentsContext.REPL);
        ask(server -> server.evaluate(command));
    }

    /** Sends a request without waiting for its answer. */
    <T> CompletableFuture<T> send(Function<Protocol, CompletableFuture<T>> request) {
        return request.apply(server);
    }

    /** Sends a request and waits for its answer. Throws {@link UserError} with the server's sentence where it is refused. */
    <T> T ask(Function<Protocol, CompletableFuture<T>> request) {
        return await(send(request));
    }

    /** Waits for the answer to a request. Throws as {@link #ask}. */
    <T> T await(CompletableFuture<T> asked) {
        return await(asked, isSilent ? Duration.ZERO : answer);
    }

    private <T> T await(CompletableFuture<T> answer, Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw refusal(failed.getCause());
        } catch (TimeoutException silent) {
            isSilent = true;
            throw new UserError(
                    "GDB gave no answer within " + this.answer.toSeconds() + " seconds; try again, or ask it by hand.",
                    silent);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static UserError interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new UserError("The report was interrupted.", interrupted);
    }

    private static UserError refusal(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ResponseErrorException refused
                ? new UserError(
                        AttributeOptions.named(refused.getResponseError().getMessage()), cause)
                : new UserError(cause.getMessage(), cause);
    }

    /** What the server has written to the console: whole sentences about what it could not do, and what GDB prints. */
    public List<String> console() {
        return client.console().stream().map(AttributeOptions::named).toList();
    }

    /** Lets go of the process, which runs on, and waits until GDB has ended. If GDB does not let go in time, the server ends it within a minute. */
    @Override
    public void close() {
        try {
            letGo();
            toServer.sink().close();
            serving.join(END.toMillis());
            toClient.source().close();
        } catch (IOException failure) {
            LOG.warn("The session did not end", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            reader.shutdownNow();
        }
    }

    private void letGo() throws InterruptedException {
        DisconnectArguments arguments = new DisconnectArguments();
        arguments.setTerminateDebuggee(false);
        long patience = Math.min(END.toMillis(), answer.toMillis());
        try {
            server.disconnect(arguments).get(patience, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warn("GDB did not let go of the process", failure);
        }
    }

    private void serve() {
        try (InputStream in = Channels.newInputStream(toServer.source());
                OutputStream out = Channels.newOutputStream(toClient.sink())) {
            DapConnection.serve(in, out);
        } catch (IOException failure) {
            throw new UncheckedIOException("The pipes to the server failed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
