package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.machine.Machine;
import dev.twinstack.adapter.machine.OpenableCore;
import dev.twinstack.mi.MiCommand;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ProcessEventArguments;

/** A core file: it stands where the program ended, and can only be read. */
final class OpenedCore implements Target {
    private final Core arguments;
    private final OpenableCore core;
    private final Gdb gdb;
    private final TargetOperations operations;
    private final Execution execution;
    private final HeldProgram heldProgram;
    private final ConfiguredCommands commands;
    private final PreparationSteps steps = new PreparationSteps();
    private int signal;

    OpenedCore(
            Core arguments,
            Machine machine,
            Gdb gdb,
            TargetOperations operations,
            Execution execution,
            HeldProgram heldProgram,
            ConfiguredCommands commands) {
        this.arguments = arguments;
        this.core = machine.core(arguments);
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.heldProgram = heldProgram;
        this.commands = commands;
    }

    @Override
    public String title() {
        return "Opening the core file " + arguments.coreFile();
    }

    @Override
    public String preparation() {
        return core.preparation();
    }

    @Override
    public CompletableFuture<Void> prepare() {
        core.present().whenComplete((present, failure) -> steps.next(failure, this::open));
        return steps.end();
    }

    @Override
    public void giveUp() {
        steps.giveUp();
    }

    @Override
    public void undo() {
        core.discard();
    }

    private void open() {
        Optional<Path> program = core.program();
        GdbPaths.set(gdb, arguments.libraries());
        program.ifPresent(this::load);
        commands.preRun();
        signal = core.open();
        execution.openCore(gdb.ask(MiCommand.of("-data-evaluate-expression").verbatim("$_gthread"))
                .integer("value"));
        steps.done();
    }

    private void load(Path program) {
        try {
            gdb.await("the program's file", operations.programFile(program));
        } catch (UserError refused) {
            throw core.unreadable(program, refused);
        }
    }

    @Override
    public void begin() {
        heldProgram.beginCore(signal);
    }

    @Override
    public String cannotBegin(String why) {
        return "The core file could not be shown. " + why + " Check that GDB opens it by hand"
                + (gdb.isElsewhere() ? ", where it runs." : ".");
    }

    @Override
    public ProcessEventArguments process(long pid) {
        ProcessEventArguments event = new ProcessEventArguments();
        event.setName(core.name());
        event.setIsLocalProcess(false);
        return event;
    }

    /** Takes back what cannot be done with a program that has ended. DAP has no capability for stepping and running themselves. */
    @Override
    public Optional<Capabilities> capabilities() {
        Capabilities none = new Capabilities();
        none.setSupportTerminateDebuggee(false);
        none.setSupportsTerminateRequest(false);
        none.setSupportsConditionalBreakpoints(false);
        none.setSupportsHitConditionalBreakpoints(false);
        none.setSupportsLogPoints(false);
        none.setSupportsFunctionBreakpoints(false);
        none.setSupportsDataBreakpoints(false);
        none.setSupportsInstructionBreakpoints(false);
        none.setSupportsSetVariable(false);
        none.setSupportsSetExpression(false);
        none.setSupportsWriteMemoryRequest(false);
        none.setSupportsRestartRequest(false);
        none.setSupportsStepBack(false);
        none.setSupportsSteppingGranularity(false);
        none.setSupportsStepInTargetsRequest(false);
        none.setSupportsGotoTargetsRequest(false);
        none.setSupportsDataBreakpointBytes(false);
        none.setSupportsExceptionFilterOptions(false);
        return Optional.of(none);
    }
}
