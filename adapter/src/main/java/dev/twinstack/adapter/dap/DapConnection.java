package dev.twinstack.adapter.dap;

import dev.twinstack.adapter.breakpoints.EntryBreakpoint;
import dev.twinstack.adapter.breakpoints.SourceBreakpoints;
import dev.twinstack.adapter.console.GdbConsole;
import dev.twinstack.adapter.console.Shell;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.execution.Steps;
import dev.twinstack.adapter.execution.Stops;
import dev.twinstack.adapter.execution.Threads;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.output.OutputPump;
import dev.twinstack.adapter.session.ClientFormat;
import dev.twinstack.adapter.session.Gdb;
import dev.twinstack.adapter.session.GdbRecords;
import dev.twinstack.adapter.session.Session;
import dev.twinstack.adapter.session.SessionDirectory;
import dev.twinstack.adapter.session.Shutdown;
import dev.twinstack.adapter.session.SourceMap;
import dev.twinstack.adapter.session.Startup;
import dev.twinstack.adapter.session.TranscriptFile;
import dev.twinstack.adapter.stack.FrameIds;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.stack.Sources;
import dev.twinstack.adapter.variables.Evaluation;
import dev.twinstack.adapter.variables.Locations;
import dev.twinstack.adapter.variables.Presentation;
import dev.twinstack.adapter.variables.Referrers;
import dev.twinstack.adapter.variables.Scopes;
import dev.twinstack.adapter.variables.VariableReferences;
import dev.twinstack.adapter.variables.Variables;
import dev.twinstack.mi.MiTranscript;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.debug.DebugLauncher;

/** One client on one pair of streams: where the concerns of a session are made and introduced to each other, and nowhere else. */
final class DapConnection {
    /** lsp4j tells of a closed stream with a stack trace; held here, because java.util.logging forgets a logger that nobody holds. */
    private static final Logger LSP4J = Logger.getLogger("org.eclipse.lsp4j");

    /** Large enough for a message of ordinary size, so that header and content leave in one write. */
    private static final int OUTPUT_BUFFER = 64 * 1024;

    private final SessionThread thread = new SessionThread();
    private final Events events = new Events();
    private final MiTranscript transcript = new MiTranscript();
    private final TranscriptFile transcriptFile = new TranscriptFile(transcript);
    private final SessionDirectory directory = new SessionDirectory();
    private final Gdb gdb = new Gdb(transcript, directory);
    private final RequestGate gate = new RequestGate(thread, gdb::abandonWaits, gdb::allowWaits, gdb::interrupt);
    private final ClientFormat format = new ClientFormat();
    private final SourceMap sourceMap = new SourceMap();
    private final Sources sources = new Sources(sourceMap);

    private final Execution execution = new Execution(gdb, events);
    private final FrameIds frames = new FrameIds();
    private final MergedStack stack = new MergedStack(gdb, execution, events, frames, format, sources);
    private final EntryBreakpoint entry = new EntryBreakpoint(gdb);
    private final Steps steps = new Steps(execution, stack, entry);
    private final Threads threads = new Threads(gdb, execution, events);
    private final SourceBreakpoints breakpoints = new SourceBreakpoints(gdb, events, format, sourceMap);

    private final VariableReferences references = new VariableReferences();
    private final Locations locations = new Locations(gdb, format, sources);
    private final Presentation presentation = new Presentation(references, locations, format);
    private final Scopes scopes = new Scopes(frames, stack, references);
    private final Variables variables = new Variables(gdb, references, presentation);
    private final Referrers referrers = new Referrers(gdb, frames, references, presentation);
    private final DebuggeeTerminal terminal =
            new DebuggeeTerminal(gdb, new OutputPump(thread, events, OutputEventArgumentsCategory.STDOUT));
    private final Shell shell = new Shell(thread, events, sourceMap);
    private final GdbConsole console = new GdbConsole(gdb, execution, shell);
    private final Evaluation evaluation = new Evaluation(gdb, execution, terminal, frames, presentation, console);

    private final Shutdown shutdown = new Shutdown(thread, events, gdb, execution, terminal, directory);
    private final Stops stops = new Stops(execution, steps, entry, breakpoints, stack, events, shutdown::programExited);
    private final Startup startup = new Startup(thread, gdb, execution, stops, events, terminal, entry, directory);
    private final Session session =
            new Session(thread, events, startup, execution, format, sourceMap, breakpoints, transcriptFile);
    private final GdbRecords records =
            new GdbRecords(gdb, session, shutdown, execution, stops, threads, breakpoints, events);

    /** Serves the client on the calling thread until the session has ended. */
    void serve(InputStream in, OutputStream out) throws InterruptedException {
        LSP4J.setLevel(Level.WARNING);
        execution.onResume(frames::clear);
        execution.onResume(stack::clear);
        execution.onResume(sources::clear);
        execution.onResume(references::clear);
        execution.onResume(locations::clear);
        execution.onResume(entry::leave);
        shutdown.beforeEnd(session::abandon);
        shutdown.beforeEnd(shell::end);
        session.onBeginFailed(shutdown::notBegun);
        gdb.listen(
                record -> thread.post(() -> records.received(record)),
                reason -> thread.post(() -> shutdown.gdbGone(reason)));
        gdb.start(null); // warms up beside lsp4j and the client
        ExecutorService reader = Executors.newSingleThreadExecutor(DapConnection::reader);
        Launcher<IDebugProtocolClient> launcher = launcher(in, out, reader);
        events.connect(launcher.getRemoteProxy());
        launcher.startListening();
        reader.execute(this::clientGone);
        try {
            thread.run();
            gate.close();
        } finally {
            transcriptFile.close();
            reader.shutdownNow();
        }
    }

    private void clientGone() {
        gdb.abandonWaits(); // first, or it could fail what is done now
        thread.postFirst(() -> {
            gdb.allowWaits();
            shutdown.clientGone();
        });
    }

    private Launcher<IDebugProtocolClient> launcher(InputStream in, OutputStream out, ExecutorService reader) {
        DapServer server = new DapServer(
                gate,
                session,
                shutdown,
                breakpoints,
                execution,
                steps,
                threads,
                stack,
                scopes,
                variables,
                locations,
                sources,
                referrers,
                evaluation);
        return new DebugLauncher.Builder<IDebugProtocolClient>()
                .setLocalService(server)
                .setRemoteInterface(IDebugProtocolClient.class)
                .setInput(in)
                .setOutput(new BufferedOutputStream(out, OUTPUT_BUFFER))
                .setExecutorService(reader)
                .wrapMessages(gate::wrap)
                .setExceptionHandler(DapErrors::toResponseError)
                .create();
    }

    private static Thread reader(Runnable task) {
        Thread reader = new Thread(task, "dap-reader");
        reader.setDaemon(true);
        return reader;
    }
}
