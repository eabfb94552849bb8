package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a session: the program's own end, terminate, disconnect, a client that is gone, a GDB that is gone. Whatever comes first, the
 * program's output is sent before {@code exited}, and no process, socket or file is left behind.
 */
public final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final SessionThread thread;
    private final Events events;
    private final Gdb gdb;
    private final Execution execution;
    private final DebuggeeTerminal terminal;
    private final SessionDirectory directory;
    private Runnable onEnd = () -> {};
    private boolean ended;

    public Shutdown(
            SessionThread thread,
            Events events,
            Gdb gdb,
            Execution execution,
            DebuggeeTerminal terminal,
            SessionDirectory directory) {
        this.thread = thread;
        this.events = events;
        this.gdb = gdb;
        this.execution = execution;
        this.terminal = terminal;
        this.directory = directory;
    }

    /** Runs once, before GDB goes. */
    public void onEnd(Runnable action) {
        onEnd = action;
    }

    public void declare(Capabilities capabilities) {
        capabilities.setSupportTerminateDebuggee(true);
        capabilities.setSupportsTerminateRequest(true);
    }

    /** The program has ended by itself or by a signal. */
    public void programExited(int status) {
        terminal.drained()
                .thenRun(() -> thread.post(() -> {
                    events.exited(status);
                    events.terminated();
                }));
    }

    /** DAP: terminate. SIGTERM gives the program the chance to clean up; a client that will not wait sends disconnect. */
    public void terminate() {
        if (execution.isAlive()) {
            execution.terminate();
        } else {
            thread.afterResponse(events::terminated);
        }
    }

    /** DAP: disconnect. A launched program is killed unless the client says otherwise; then it runs on without GDB. */
    public CompletableFuture<Void> disconnect(DisconnectArguments arguments) {
        boolean keepProgram = arguments != null && Boolean.FALSE.equals(arguments.getTerminateDebuggee());
        if (!keepProgram || !execution.isAlive()) {
            end();
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> answer = new CompletableFuture<>();
        execution.standStill(() -> {
            detach();
            end();
            answer.complete(null);
        });
        return answer;
    }

    /** The client closed its stream without a word. */
    public void clientGone() {
        end();
    }

    /** GDB ended although nobody asked it to. */
    public void gdbGone(String reason) {
        if (!ended && execution.isAlive()) {
            execution.ended();
            events.output("important", reason + " The debug session is over.\n");
            events.terminated();
        }
    }

    private void detach() {
        try {
            gdb.helpers().terminalKeep();
            gdb.ask(MiCommand.of("-target-detach"));
            gdb.closeKeepingProgram();
        } catch (MiException refused) {
            LOG.warn("The program could not be detached from and ends with GDB", refused);
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            onEnd.run();
            gdb.close();
            directory.close();
        }
        thread.end();
    }
}
