package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.steps.EntryBreakpoint;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Attach;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.Launch;
import dev.twinstack.adapter.launch.LaunchArguments;
import dev.twinstack.adapter.launch.Remote;
import dev.twinstack.adapter.machine.Machine;
import dev.twinstack.adapter.machine.Machines;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.python.Helpers;

/** Makes the {@link Target} for what the client wants to debug. */
public final class Targets {
    private final Machines machines;
    private final RemoteConnection connection;
    private final Gdb gdb;
    private final TargetOperations operations;
    private final Execution execution;
    private final HeldProgram heldProgram;
    private final ConfiguredCommands commands;
    private final DebuggeeTerminal terminal;
    private final EntryBreakpoint entry;

    public Targets(
            Machines machines,
            RemoteConnection connection,
            Gdb gdb,
            Helpers helpers,
            Execution execution,
            HeldProgram heldProgram,
            ConfiguredCommands commands,
            DebuggeeTerminal terminal,
            EntryBreakpoint entry) {
        this.machines = machines;
        this.connection = connection;
        this.gdb = gdb;
        this.operations = new TargetOperations(helpers);
        this.execution = execution;
        this.heldProgram = heldProgram;
        this.commands = commands;
        this.terminal = terminal;
        this.entry = entry;
    }

    /** Throws {@link dev.twinstack.adapter.dap.UserError} when there is no such program, process or core file. */
    public Target of(LaunchArguments wanted) {
        if (wanted instanceof Remote remote) {
            return new RemoteProgram(remote, connection, gdb, operations, execution, heldProgram, commands, entry);
        }
        Machine machine = machines.of(wanted.settings().pipe());
        if (wanted instanceof Launch launch) {
            return new LaunchedProgram(launch, machine, gdb, operations, execution, commands, terminal, entry);
        }
        return wanted instanceof Attach attach
                ? new AttachedProcess(attach, machine, gdb, operations, execution, heldProgram, commands)
                : new OpenedCore((Core) wanted, machine, gdb, operations, execution, heldProgram, commands);
    }
}
