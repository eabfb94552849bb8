package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.execution.StoppedEvents;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Recording;
import dev.twinstack.adapter.execution.steps.EntryBreakpoint;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchArguments;
import dev.twinstack.adapter.launch.Remote;
import dev.twinstack.adapter.machine.Machine;
import dev.twinstack.adapter.machine.PipedMachine;
import dev.twinstack.adapter.machine.ThisMachine;
import dev.twinstack.adapter.output.ClientTerminal;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.GdbPipe;

/** Makes the {@link Target} for what the client wants to debug. */
public final class Targets {
    private final SessionThread thread;
    private final Gdb gdb;
    private final Helpers helpers;
    private final SessionOperations operations;
    private final Execution execution;
    private final Recording recording;
    private final StoppedEvents stoppedEvents;
    private final HeldProgram heldProgram;
    private final Events events;
    private final ConfiguredCommands commands;
    private final DebuggeeTerminal terminal;
    private final ClientTerminal clientTerminal;
    private final EntryBreakpoint entry;
    private final SessionDirectory directory;
    private final StartedServer server;

    public Targets(
            SessionThread thread,
            Gdb gdb,
            Helpers helpers,
            Execution execution,
            Recording recording,
            StoppedEvents stoppedEvents,
            Events events,
            ConfiguredCommands commands,
            DebuggeeTerminal terminal,
            ClientTerminal clientTerminal,
            EntryBreakpoint entry,
            SessionDirectory directory,
            StartedServer server) {
        this.thread = thread;
        this.gdb = gdb;
        this.helpers = helpers;
        this.operations = new SessionOperations(helpers);
        this.execution = execution;
        this.recording = recording;
        this.stoppedEvents = stoppedEvents;
        this.heldProgram = new HeldProgram(execution, commands, stoppedEvents);
        this.events = events;
        this.commands = commands;
        this.terminal = terminal;
        this.clientTerminal = clientTerminal;
        this.entry = entry;
        this.directory = directory;
        this.server = server;
    }

    /** Throws {@link dev.twinstack.adapter.dap.UserError} when there is no such program, process or core file. */
    Target of(LaunchArguments wanted) {
        if (wanted instanceof Remote remote) {
            RemoteConnection connection = new RemoteConnection(thread, gdb);
            return new RemoteProgram(
                    remote,
                    server,
                    connection,
                    gdb,
                    operations,
                    execution,
                    recording,
                    heldProgram,
                    events,
                    commands,
                    entry);
        }
        Machine machine = machine(wanted.settings().pipe());
        if (wanted instanceof Launch launch) {
            return new LaunchedProgram(
                    launch, machine, gdb, operations, execution, commands, terminal, clientTerminal, entry);
        }
        return wanted instanceof Attach attach
                ? new AttachedProcess(
                        attach, machine, thread, gdb, operations, execution, recording, heldProgram, events, commands)
                : new OpenedCore(
                        (Core) wanted, machine, thread, gdb, operations, execution, stoppedEvents, events, commands);
    }

    private Machine machine(GdbPipe pipe) {
        return pipe == null
                ? new ThisMachine(gdb, directory::path, events::tell)
                : new PipedMachine(pipe, gdb, helpers, events::tell);
    }
}
