package dev.twinstack.adapter.session;

import dev.twinstack.adapter.attach.AttachCheck;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.execution.Stops;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** A process that runs already: it stands while the client sets its breakpoints, and then runs on, unless a signal had stopped it before. */
final class AttachedProcess implements Target {
    private final Attach attach;
    private final Gdb gdb;
    private final Execution execution;
    private final Stops stops;
    private final AttachCheck check;

    AttachedProcess(Attach attach, Gdb gdb, Execution execution, Stops stops) {
        this.attach = attach;
        this.gdb = gdb;
        this.execution = execution;
        this.stops = stops;
        this.check = AttachCheck.of(attach.processId());
    }

    @Override
    public CompletableFuture<Void> prepare() {
        if (attach.program() != null) {
            gdb.ask(MiCommand.of("-file-exec-and-symbols")
                    .parameter(attach.program().toString()));
        }
        CompletableFuture<Void> ready = new CompletableFuture<>();
        try {
            execution.attach(attach.processId(), () -> stands(ready));
        } catch (MiErrorException refused) {
            throw refused.isQuit() ? refused : check.failed(refused);
        }
        return ready;
    }

    private void stands(CompletableFuture<Void> ready) {
        if (execution.isAlive()) {
            ready.complete(null);
        } else {
            ready.completeExceptionally(new UserError(
                    "The process " + attach.processId() + " ended while Twinstack attached to it; choose another."));
        }
    }

    @Override
    public void begin() {
        if (attach.stopOnEntry() || check.isStopped()) {
            stops.entry();
        } else {
            execution.continueAll();
        }
    }

    @Override
    public ProcessEventArguments process(long pid) {
        ProcessEventArguments event = new ProcessEventArguments();
        event.setName(ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("process " + pid));
        event.setSystemProcessId((int) pid);
        event.setIsLocalProcess(true);
        event.setStartMethod(ProcessEventArgumentsStartMethod.ATTACH);
        return event;
    }
}
