package dev.twinstack.adapter.session;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.twinstack.adapter.breakpoints.SourceBreakpoints;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.mi.MiException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/**
 * The beginning of a session: initialize, launch, configurationDone, the program runs. The launch request is answered after
 * configurationDone, and the program runs after that answer (DAP overview, "Launching and attaching").
 */
public final class Session {
    /** A null unsets a variable of the environment, so it must not get lost. */
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private final SessionThread thread;
    private final Events events;
    private final Gdb gdb;
    private final Startup startup;
    private final Execution execution;
    private final ClientFormat format;
    private final SourceMap sourceMap;
    private final SourceBreakpoints breakpoints;
    private final SessionDirectory directory;
    private final TranscriptFile transcript;
    private Debuggee debuggee;
    private CompletableFuture<Void> launching;

    public Session(
            SessionThread thread,
            Events events,
            Gdb gdb,
            Startup startup,
            Execution execution,
            ClientFormat format,
            SourceMap sourceMap,
            SourceBreakpoints breakpoints,
            SessionDirectory directory,
            TranscriptFile transcript) {
        this.thread = thread;
        this.events = events;
        this.gdb = gdb;
        this.startup = startup;
        this.execution = execution;
        this.format = format;
        this.sourceMap = sourceMap;
        this.breakpoints = breakpoints;
        this.directory = directory;
        this.transcript = transcript;
    }

    /** Answers at once; GDB warms up while the client reads the answer. */
    public void initialize(InitializeRequestArguments client, Capabilities capabilities) {
        format.use(client);
        capabilities.setSupportsConfigurationDoneRequest(true);
    }

    /** Loads the program, then asks for the configuration; completed by {@link #configurationDone}. */
    public CompletableFuture<Void> launch(Map<String, Object> attributes) {
        if (launching != null) {
            throw new UserError(
                    "A program has already been launched in this session; start another session for another program.");
        }
        LaunchArguments launch =
                LaunchArguments.read(GSON.toJsonTree(attributes).getAsJsonObject());
        launch.warnings().forEach(events::tell);
        transcript.open(launch.logFile());
        sourceMap.use(launch.sourceMap(), launch.cwd());
        breakpoints.use(launch.debugging());
        debuggee = Program.of(launch);
        prepare(launch);
        launching = new CompletableFuture<>();
        thread.afterResponse(events::initialized);
        return launching;
    }

    /** A launch that fails leaves nothing behind, so that the next one begins anew. */
    private void prepare(LaunchArguments launch) {
        try {
            gdb.start(launch.gdb());
            gdb.awaitReady();
            startup.prepare(debuggee, launch, directory.path());
        } catch (RuntimeException failed) {
            startup.undo();
            gdb.close();
            throw failed;
        }
    }

    public void configurationDone() {
        if (launching == null) {
            throw new UserError("configurationDone came before a launch request that succeeded; send launch first.");
        }
        if (launching.isDone()) {
            throw new UserError("The configuration was already done, or the session is ending.");
        }
        thread.afterResponse(() -> {
            launching.complete(null);
            run();
        });
    }

    /** Answers a launch that still waits for the configuration, whose program is not started any more. */
    public void abandon() {
        if (launching != null && !launching.isDone()) {
            launching.completeExceptionally(new UserError("The session ended before the program was started."));
        }
    }

    /** The program is a process now (MI: {@code =thread-group-started}). */
    public void processStarted(long pid) {
        execution.started(pid);
        ProcessEventArguments event = new ProcessEventArguments();
        event.setName(debuggee.name());
        event.setSystemProcessId((int) pid);
        event.setIsLocalProcess(true);
        event.setStartMethod(ProcessEventArgumentsStartMethod.LAUNCH);
        events.process(event);
    }

    private void run() {
        try {
            execution.run();
        } catch (MiException | UserError failed) {
            events.output(
                    OutputEventArgumentsCategory.IMPORTANT,
                    "The program could not be started. " + failed.getMessage() + " Check that it starts by hand.\n");
            events.terminated();
        }
    }
}
