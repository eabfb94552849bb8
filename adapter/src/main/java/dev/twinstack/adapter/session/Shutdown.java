package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Inferior;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.session.stub.StartedServer;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;

/**
 * The end of a session: the program's own end, terminate, a GDB that is gone, and what {@link Disconnect} ends. Whatever comes first, the
 * program's output is sent before {@code exited}, and no process, socket or file is left behind.
 */
public final class Shutdown {
    private static final String LOST = "The connection to the target is lost, or the target has ended its program:"
            + " the debug session is over. Start the target again, then another session.\n";

    private final SessionThread thread;
    private final Events events;
    private final Gdb gdb;
    private final Execution execution;
    private final ProgramState program;
    private final Inferior inferior;
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
    void processLeft() {
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
            execution.termination().ask();
        } else {
            beforeEnd.forEach(Runnable::run);
            thread.afterResponse(events::terminated);
        }
    }

    /** Lets go of the program, which stands, and ends GDB, without which it runs on. */
    void letGo() {
        commands.exit();
        terminal.keep();
        server.keep(inferior.pid());
        gdb.ask(MiCommand.of("-target-detach"));
        gdb.closeKeepingProgram();
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

    /** Whether the session has ended, so that nothing is debugged any more. */
    boolean hasEnded() {
        return ended;
    }

    /** Ends GDB with everything that the session has started, and the session; bounded. A second call does nothing more. */
    void end() {
        if (!ended) {
            ended = true;
            beforeEnd.forEach(Runnable::run);
            commands.exit();
            execution.termination().endWithChildren();
            gdb.close();
            server.end();
            terminal.close();
            directory.close();
        }
        thread.end();
    }
}
