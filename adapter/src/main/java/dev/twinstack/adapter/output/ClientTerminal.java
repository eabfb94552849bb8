package dev.twinstack.adapter.output;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.ReverseRequests;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.Console;
import dev.twinstack.adapter.python.Helpers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.debug.RunInTerminalRequestArguments;
import org.eclipse.lsp4j.debug.RunInTerminalRequestArgumentsKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal that the client opens for the program (DAP: runInTerminal). The helpers inside GDB move bytes between it and the program's own
 * (python-helpers, {@code terminal_window.py}); nothing of it passes through the adapter.
 */
public final class ClientTerminal {
    private static final Logger LOG = LoggerFactory.getLogger(ClientTerminal.class);

    /** How long the client may take: it may have to ask its user first. */
    private static final int PATIENCE_SECONDS = 60;

    /** What lsp4j makes of a refusal without a message. */
    private static final String NO_MESSAGE = "Unset error message.";

    private final SessionThread thread;
    private final TerminalOperations operations;
    private final ReverseRequests client;
    private final ClientFormat format;
    private final Events events;
    private String type;
    /** The terminal that the client was asked for last; completed when the program can have it. */
    private CompletableFuture<String> opened = CompletableFuture.completedFuture(null);

    private Path script;

    public ClientTerminal(
            SessionThread thread, Helpers helpers, ReverseRequests client, ClientFormat format, Events events) {
        this.thread = thread;
        this.operations = new TerminalOperations(helpers);
        this.client = client;
        this.format = format;
        this.events = events;
    }

    /** Whether the client is to open one; it is told when it cannot. */
    public boolean serves(Console wanted) {
        boolean serves = wanted != Console.INTERNAL && format.opensTerminals();
        if (wanted != Console.INTERNAL && !serves) {
            events.tell(
                    "This client opens no terminals (DAP: runInTerminal), so the program reads and writes in the debug"
                            + " console.");
        }
        return serves;
    }

    /**
     * Asks the client for a terminal. Completed on the session thread, when the program can have it, with its type (the variable TERM). A terminal that the user has
     * not closed serves the next run, too.
     *
     * @param directory for files of the session
     * @param cwd where the client opens it
     * @param interrupts whether the key for SIGINT interrupts the program as usual, instead of making it stop in the debugger
     */
    public CompletableFuture<String> open(Path directory, Console console, String title, Path cwd, boolean interrupts) {
        Optional<String> wanted = operations.window(directory);
        if (wanted.isEmpty()) {
            return CompletableFuture.completedFuture(type);
        }
        CompletableFuture<String> waiting = new CompletableFuture<>();
        opened = waiting;
        script = Path.of(wanted.get());
        client.runInTerminal(command(console, title, cwd))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((answer, failure) -> thread.post(() -> answered(waiting, failure, interrupts)));
        return waiting;
    }

    /** Whether there is one. */
    boolean isOpen() {
        return type != null;
    }

    /** Forgets the terminal, which goes with its GDB; one that the client is about to open ends at once. */
    void close() {
        type = null;
        opened.cancel(false);
        if (script != null) {
            try {
                Files.deleteIfExists(script);
            } catch (IOException failure) {
                LOG.debug("The script of the client's terminal is left in the session's directory", failure);
            }
        }
    }

    private RunInTerminalRequestArguments command(Console console, String title, Path cwd) {
        RunInTerminalRequestArguments command = new RunInTerminalRequestArguments();
        command.setKind(
                console == Console.EXTERNAL
                        ? RunInTerminalRequestArgumentsKind.EXTERNAL
                        : RunInTerminalRequestArgumentsKind.INTEGRATED);
        command.setTitle(title);
        command.setCwd(cwd.toString());
        command.setArgs(new String[] {"/bin/sh", script.toString()});
        return command;
    }

    private void answered(CompletableFuture<String> waiting, Throwable failure, boolean interrupts) {
        if (failure != null) {
            waiting.completeExceptionally(new UserError(
                    "The client could not open a terminal for the program (" + reason(failure)
                            + "); try again, or set 'console' to \"internalConsole\".",
                    failure));
        } else if (!waiting.isDone()) {
            operations
                    .windowOpened(interrupts)
                    .whenComplete((window, failed) -> thread.post(() -> taken(waiting, window, failed)));
        }
    }

    private static String reason(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "it has not answered within " + PATIENCE_SECONDS + " seconds";
        }
        String told = failure.getMessage();
        return told.isBlank() || told.equals(NO_MESSAGE) ? "it does not say why" : told;
    }

    private void taken(CompletableFuture<String> waiting, TerminalOperations.Window window, Throwable failure) {
        if (failure != null) {
            waiting.completeExceptionally(failure);
        } else if (!waiting.isDone()) {
            type = window.term();
            waiting.complete(type);
        }
    }
}
