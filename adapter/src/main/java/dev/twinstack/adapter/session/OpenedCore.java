package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.core.CoreFile;
import dev.twinstack.adapter.core.CoreFiles;
import dev.twinstack.adapter.core.CoreSource;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.execution.StoppedEvents;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Core;
import dev.twinstack.adapter.launch.Executables;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ProcessEventArguments;

/** A core file: it stands where the program ended, and can only be read. */
final class OpenedCore implements Target {
    private final Core arguments;
    private final CoreSource source;
    private final SessionThread thread;
    private final Gdb gdb;
    private final SessionOperations operations;
    private final Execution execution;
    private final StoppedEvents stoppedEvents;
    private final Events events;
    private final ConfiguredCommands commands;
    private final SessionDirectory directory;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private CoreFile core;
    private CoreFiles files;

    OpenedCore(
            Core arguments,
            SessionThread thread,
            Gdb gdb,
            SessionOperations operations,
            Execution execution,
            StoppedEvents stoppedEvents,
            Events events,
            ConfiguredCommands commands,
            SessionDirectory directory) {
        this.arguments = arguments;
        this.source = CoreSource.of(arguments.coreFile(), arguments.cwd(), directory.path());
        this.thread = thread;
        this.gdb = gdb;
        this.operations = operations;
        this.execution = execution;
        this.stoppedEvents = stoppedEvents;
        this.events = events;
        this.commands = commands;
        this.directory = directory;
    }

    @Override
    public String title() {
        return "Opening the core file " + arguments.coreFile();
    }

    @Override
    public String preparation() {
        return "The file is unpacked and GDB reads symbols";
    }

    @Override
    public CompletableFuture<Void> prepare() {
        source.plain().whenComplete((file, failure) -> thread.post(() -> unpacked(file, failure)));
        return ready;
    }

    @Override
    public void giveUp() {
        ready.cancel(false);
    }

    @Override
    public void undo() {
        source.discard();
    }

    private void unpacked(Path file, Throwable failure) {
        if (failure != null) {
            ready.completeExceptionally(failure);
        } else if (!ready.isDone()) {
            try {
                open(file);
                ready.complete(null);
            } catch (RuntimeException failed) {
                ready.completeExceptionally(failed);
            }
        }
    }

    private void open(Path file) {
        source.remark().ifPresent(events::tell);
        core = CoreFile.read(file);
        files = new CoreFiles(
                core, arguments.libraries().sysroot(), arguments.libraries().searchPath());
        if (arguments.settings().gdb() == null) {
            files.requireMachine();
        }
        Optional<Path> program = program();
        files.warnings(program.orElse(null)).forEach(events::tell);
        GdbPaths.set(gdb, arguments.libraries());
        program.ifPresent(this::load);
        commands.preRun();
        select();
        execution.openCore(gdb.ask(MiCommand.of("-data-evaluate-expression").verbatim("$_gthread"))
                .integer("value"));
        events.capabilities(readOnly());
    }

    private void select() {
        try {
            gdb.ask(MiCommand.of("-target-select")
                    .option("core")
                    .parameter(plainPath().toString()));
        } catch (MiErrorException refusal) {
            throw files.refused(refusal);
        }
    }

    /** GDB's versions differ in how they take spaces and quotes in the path of a core file, so that it gets one without any. */
    private Path plainPath() {
        if (core.path().toString().matches("[A-Za-z0-9_./+-]+")) {
            return core.path();
        }
        Path link = directory.path().resolve("core.link");
        try {
            Files.deleteIfExists(link);
            return Files.createSymbolicLink(link, core.path());
        } catch (IOException failure) {
            throw new UserError(
                    "The core file '" + core.path() + "' could not be linked to (" + failure.getMessage()
                            + "); rename it so that its path has no spaces.",
                    failure);
        }
    }

    /** The executable that the user names, else the one that the core file names; a Python script is none. */
    private Optional<Path> program() {
        Path named = arguments.program();
        if (named != null && Executables.isElf(named)) {
            return Optional.of(named);
        }
        Optional<Path> found = core.program().flatMap(files::find);
        if (named != null) {
            events.tell(Executables.notElf(named) + ", so the one that the core file names is used instead: "
                    + found.map(Path::toString).orElse("none is there") + ".");
        }
        return found;
    }

    private void load(Path program) {
        try {
            gdb.await("the program's file", operations.programFile(program));
        } catch (UserError refused) {
            throw files.unreadable(program, refused);
        }
    }

    @Override
    public void begin() {
        commands.postRun();
        stoppedEvents.core(core.signal());
    }

    @Override
    public String cannotBegin(String why) {
        return "The core file could not be shown. " + why + " Check that GDB opens it by hand.";
    }

    @Override
    public boolean isProcess() {
        return false;
    }

    @Override
    public ProcessEventArguments process(long pid) {
        ProcessEventArguments event = new ProcessEventArguments();
        event.setName(core.commandLine());
        event.setIsLocalProcess(false);
        return event;
    }

    /** What cannot be done with a program that has ended; DAP has no capability for stepping and running themselves. */
    static Capabilities readOnly() {
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
        return none;
    }
}
