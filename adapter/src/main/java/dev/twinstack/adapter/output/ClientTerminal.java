package dev.twinstack.adapter.output;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.ReverseRequests;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.Console;
import dev.twinstack.adapter.python.Helpers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.debug.RunInTerminalRequestArguments;
import org.eclipse.lsp4j.debug.RunInTerminalRequestArgumentsKind;

/**
 * A terminal that the client opens for the program (DAP: runInTerminal). The helpers inside GDB move bytes between it and the program's own
 * (python-helpers, {@code terminal_window.py}); nothing of it passes through the adapter.
 */
public final class ClientTerminal {
    /** A user may be asked first. */
    private static final int PATIENCE_SECONDS = 60;

    private final SessionThread thread;
    private final TerminalOperations operations;
    private final ReverseRequests client;
    private final ClientFormat format;
    private final Events events;
    private String type;

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
     * Completed, on the session thread, with its type (the variable TERM) when the program can have it. One that the user has not closed serves
     * the next run, too.
     *
     * @param directory for files of the session
     * @param cwd where the client opens it
     * @param interrupts whether the key for SIGINT is the program's and does not stop it
     */
    public CompletableFuture<String> open(Path directory, Console console, String title, Path cwd, boolean interrupts) {
        Optional<String> script = operations.window(directory);
        if (script.isEmpty()) {
            return CompletableFuture.completedFuture(type);
        }
        CompletableFuture<String> opened = new CompletableFuture<>();
        client.runInTerminal(command(script.get(), console, title, cwd))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((answer, failure) -> thread.post(() -> answered(opened, failure, interrupts)));
        return opened;
    }

    /** Whether there is one. */
    boolean isOpen() {
        return type != null;
    }

    /** It went with its GDB. */
    void close() {
        type = null;
    }

    private static RunInTerminalRequestArguments command(String script, Console console, String title, Path cwd) {
        RunInTerminalRequestArguments command = new RunInTerminalRequestArguments();
        command.setKind(
                console == Console.EXTERNAL
                        ? RunInTerminalRequestArgumentsKind.EXTERNAL
                        : RunInTerminalRequestArgumentsKind.INTEGRATED);
        command.setTitle(title);
        command.setCwd(cwd.toString());
        command.setArgs(new String[] {"/bin/sh", script});
        return command;
    }

    private void answered(CompletableFuture<String> opened, Throwable failure, boolean interrupts) {
        if (failure != null) {
            String why = failure instanceof TimeoutException
                    ? "it has not answered within " + PATIENCE_SECONDS + " seconds"
                    : failure.getMessage();
            opened.completeExceptionally(new UserError(
                    "The client could not open a terminal for the program (" + why
                            + "); try again, or set 'console' to \"internalConsole\".",
                    failure));
        } else if (!opened.isDone()) {
            operations
                    .windowOpened(interrupts)
                    .whenComplete((window, failed) -> thread.post(() -> taken(opened, window, failed)));
        }
    }

    private void taken(CompletableFuture<String> opened, TerminalOperations.Window window, Throwable failure) {
        if (failure != null) {
            opened.completeExceptionally(failure);
        } else {
            type = window.term();
            opened.complete(type);
        }
    }
}
