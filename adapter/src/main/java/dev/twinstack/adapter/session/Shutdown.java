package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.errands.PythonStops;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Inferior;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a session: the program's own end, terminate, disconnect, a client that is gone, a GDB that is gone. Whatever comes first, the
 * program's output is sent before {@code exited}, and no process, socket or file is left behind.
 */
public final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    /** How long a program may take to stand still before it is left as it is. */
    private static final int STANDSTILL_SECONDS = 5;

    private static final String LOST = "The connection to the target is lost, or the target has ended its program:"
            + " the debug session is over. Start the target again, then another session.\n";

    private final SessionThread thread;
    private final Events events;
    private final Gdb gdb;
    private final Execution execution;
    private final ProgramState program;
    private final Inferior inferior;
    private final PythonStops python;
    private final ConfiguredCommands commands;
    private final DebuggeeTerminal terminal;
    private final StartedServer server;
    private final SessionDirectory directory;
    private final List<Runnable> beforeEnd = new ArrayList<>();
    private Runnable beforeTerminate = () -> {};
    private boolean ended;

    public Shutdown(
            SessionThread thread,
            Events events,
            Gdb gdb,
            Execution execution,
            PythonStops python,
            ConfiguredCommands commands,
            DebuggeeTerminal terminal,
            StartedServer server,
            SessionDirectory directory) {
        this.thread = thread;
        this.events = events;
        this.gdb = gdb;
        this.execution = execution;
        this.program = execution.program();
        this.inferior = execution.inferior();
        this.python = python;
        this.commands = commands;
        this.terminal = terminal;
        this.server = server;
        this.directory = directory;
    }

    /** Adds what is done once it is known that the session ends, before GDB is ended; may run more than once. */
    public void beforeEnd(Runnable action) {
        beforeEnd.add(action);
    }

    /** What is done before the program is asked to end. */
    public void beforeTerminate(Runnable action) {
        beforeTerminate = action;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportTerminateDebuggee(true);
        capabilities.setSupportsTerminateRequest(true);
    }

    /** The program has ended by itself or by a signal. */
    public void programExited(int status) {
        CompletableFuture.allOf(terminal.drained(), server.drained())
                .thenRun(() -> thread.post(() -> {
                    commands.exit();
                    events.exited(status);
                    events.terminated();
                }));
    }

    /**
     * GDB holds a process no longer (MI: {@code =thread-group-exited}). If the program has ended by itself, {@code *stopped} says so before GDB answers what is
     * asked here; of a program that GDB was made to kill or to let go of, no other record tells.
     */
    public void processLeft() {
        long left = inferior.pid();
        gdb.send(MiCommand.of("-list-thread-groups"))
                .thenAccept(reply -> thread.post(
                        () -> endWithout(left, reply.results().list("groups").tuples())));
    }

    /** Ends the session if GDB holds no process any more; a restart may have begun another since, and a disconnect may have let go of this one. */
    private void endWithout(long left, List<MiValue.Tuple> groups) {
        boolean held = groups.stream().anyMatch(group -> group.has("pid"));
        boolean isSame = inferior.pid() == left && (left != 0 || inferior.isRemote());
        if (!ended && program.isAlive() && isSame && !held && !execution.ended()) {
            if (inferior.isRemote()) {
                events.output(OutputEventArgumentsCategory.IMPORTANT, LOST);
            }
            events.terminated();
        }
    }

    /** The program cannot run. If it ran before it was debugged, GDB lets go of it. Does nothing when a disconnect is next, which does the same. */
    public void notBegun(String why) {
        if (gdb.isLeaving()) {
            return;
        }
        events.output(OutputEventArgumentsCategory.IMPORTANT, why + "\n");
        if (program.isAlive() && inferior.isAttached()) {
            gdb.send(MiCommand.of("-target-detach"));
            execution.ended();
        }
        notRestarted();
    }

    /** The program has ended, and none is started in its place. */
    public void notRestarted() {
        terminal.drained().thenRun(() -> thread.post(events::terminated));
    }

    /** DAP: terminate. SIGTERM gives the program the chance to clean up; a client that will not wait sends disconnect. */
    void terminate() {
        if (inferior.isAttached()) {
            throw new UserError(
                    "The program ran before it was debugged, and is not ended by 'terminate': 'disconnect' leaves it running,"
                            + " and with 'terminateDebuggee' ends it.");
        }
        if (program.isAlive()) {
            beforeTerminate.run();
            inferior.terminate();
        } else {
            beforeEnd.forEach(Runnable::run);
            thread.afterResponse(events::terminated);
        }
    }

    /** DAP: disconnect. Unless the client says otherwise, a launched program is killed, and one that was attached to runs on without GDB. */
    CompletableFuture<Void> disconnect(DisconnectArguments arguments) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        boolean keeps = keepsProgram(arguments);
        if (program.isAlive() && (keeps || inferior.isRemote())) { // GDB ends no remote program that runs
            CompletableFuture.delayedExecutor(STANDSTILL_SECONDS, TimeUnit.SECONDS)
                    .execute(() -> thread.post(() -> leave(keeps, answer)));
            standStillAndLeave(keeps, answer);
        } else {
            if (program.isAlive() && inferior.isAttached()) {
                inferior.kill();
            }
            end();
            answer.complete(null);
        }
        return answer;
    }

    private boolean keepsProgram(DisconnectArguments arguments) {
        Boolean terminate = arguments == null ? null : arguments.getTerminateDebuggee();
        return terminate == null ? inferior.isAttached() : !terminate;
    }

    /** What Python code has done to leave may have been interrupted too late: the program is not let go of with that signal still to come. */
    private void standStillAndLeave(boolean keeps, CompletableFuture<Void> answer) {
        Runnable leave = () -> leave(keeps, answer);
        Runnable leavePythonFirst = () -> {
            leavePython();
            standStill(leave, leave);
        };
        standStill(keeps ? leavePythonFirst : leave, leave);
    }

    /** Runs {@code action} where the program stands, and {@code otherwise} where it cannot be made to. */
    private void standStill(Runnable action, Runnable otherwise) {
        try {
            inferior.standStill(action);
        } catch (RuntimeException failed) {
            LOG.warn("The program could not be made to stand", failed);
            otherwise.run();
        }
    }

    /** Detaches from a program that stands, or ends it, and ends the session however that goes. */
    private void leave(boolean keeps, CompletableFuture<Void> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            if (program.isAlive() && keeps) {
                commands.exit();
                detach();
            } else if (program.isAlive()) {
                inferior.kill();
            }
            end();
            answer.complete(null);
            thread.afterResponse(events::terminated);
        } catch (RuntimeException failed) {
            end();
            answer.completeExceptionally(new UserError(
                    "The program could not be left running, and may have ended with GDB: " + failed.getMessage(),
                    failed));
        }
    }

    private void detach() {
        terminal.keep();
        server.keep(inferior.pid());
        gdb.ask(MiCommand.of("-target-detach"));
        gdb.closeKeepingProgram();
    }

    private void leavePython() {
        try {
            python.leave();
        } catch (RuntimeException failed) {
            LOG.warn("What is left in the program does nothing without a debugger, but stays there", failed);
        }
    }

    /** The client closed its stream without a word. */
    public void clientGone() {
        if (!ended) {
            disconnect(null);
        }
    }

    /** GDB ended although nobody asked it to. */
    public void gdbGone(String reason) {
        if (!ended && gdb.isInUse()) {
            beforeEnd.forEach(Runnable::run);
            execution.ended();
            events.output(OutputEventArgumentsCategory.IMPORTANT, reason + " The debug session is over.\n");
            events.terminated();
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            beforeEnd.forEach(Runnable::run);
            commands.exit();
            inferior.endWithChildren();
            gdb.close();
            server.end();
            terminal.close();
            directory.close();
        }
        thread.end();
    }
}
