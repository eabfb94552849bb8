package dev.twinstack.adapter.server;

import dev.twinstack.adapter.breakpoints.BreakpointRequests;
import dev.twinstack.adapter.children.Children;
import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.Progress;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.console.GdbConsole;
import dev.twinstack.adapter.console.Shell;
import dev.twinstack.adapter.crash.CrashRequests;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.ReverseRequests;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.evaluation.EvaluationRequests;
import dev.twinstack.adapter.evaluation.PythonCode;
import dev.twinstack.adapter.execution.ExecutionRequests;
import dev.twinstack.adapter.execution.StoppedEvents;
import dev.twinstack.adapter.execution.Stops;
import dev.twinstack.adapter.execution.Threads;
import dev.twinstack.adapter.execution.errands.Errands;
import dev.twinstack.adapter.execution.errands.PythonStops;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.steps.EntryBreakpoint;
import dev.twinstack.adapter.execution.steps.GotoTargets;
import dev.twinstack.adapter.execution.steps.PythonSteps;
import dev.twinstack.adapter.execution.steps.ReturnValue;
import dev.twinstack.adapter.execution.steps.StepInTargets;
import dev.twinstack.adapter.execution.steps.Steps;
import dev.twinstack.adapter.machine.Machines;
import dev.twinstack.adapter.memory.Changes;
import dev.twinstack.adapter.memory.MemoryRequests;
import dev.twinstack.adapter.modules.LoadedSources;
import dev.twinstack.adapter.modules.ModuleRequests;
import dev.twinstack.adapter.modules.Modules;
import dev.twinstack.adapter.output.ClientTerminal;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.adapter.output.OutputPump;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.server.messages.ClientStreams;
import dev.twinstack.adapter.session.Configuration;
import dev.twinstack.adapter.session.Disconnect;
import dev.twinstack.adapter.session.GdbRecords;
import dev.twinstack.adapter.session.HelperEvents;
import dev.twinstack.adapter.session.Restart;
import dev.twinstack.adapter.session.Session;
import dev.twinstack.adapter.session.SessionRequests;
import dev.twinstack.adapter.session.Shutdown;
import dev.twinstack.adapter.session.Startup;
import dev.twinstack.adapter.session.TranscriptFile;
import dev.twinstack.adapter.session.stub.StartedServer;
import dev.twinstack.adapter.session.targets.HeldProgram;
import dev.twinstack.adapter.session.targets.RemoteConnection;
import dev.twinstack.adapter.session.targets.Targets;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.adapter.stack.Sources;
import dev.twinstack.adapter.stack.StackRequests;
import dev.twinstack.adapter.variables.VariableRequests;
import dev.twinstack.mi.MiRecord;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client on one pair of streams: where the concerns of a session are made and introduced to each other, and nowhere else. */
public final class DapConnection extends GdbAhead {
    private static final Logger LOG = LoggerFactory.getLogger(DapConnection.class);
    private static final String TOKEN_OVERDUE = "This server demands a token, and none was given for too long.";

    private final SessionThread thread = new SessionThread();
    private final Events events = new Events();
    private final TranscriptFile transcriptFile = new TranscriptFile(transcript);
    private final Helpers helpers = new Helpers(gdb);
    private final ClientFormat format = new ClientFormat();
    private final Admission admission = new Admission(() -> thread.afterResponse(this::clientRefused));
    private final Progress progress = new Progress(thread, events, format);
    private final SourceMap sourceMap = new SourceMap();

    private final Execution execution = new Execution(gdb, helpers, thread, events);
    private final RequestGate gate = new RequestGate(thread, admission, progress, gdb, execution);
    private final ProgramState program = execution.program();
    private final Changes changes = new Changes(thread, events, format, program);
    private final Errands errands = new Errands(gdb, new Helpers(gdb), execution, this::post);
    private final PythonStops python = new PythonStops(errands, execution, events);
    private final PythonSteps pythonSteps = new PythonSteps(python, errands, execution, events);
    private final Sources sources = new Sources(sourceMap, gdb, helpers, program);
    private final LoadedSources loadedSources = new LoadedSources(gdb, helpers, program, sources, events);
    private final Modules modules = new Modules(events, loadedSources);
    private final MergedStack stack = new MergedStack(helpers, program, events, format, sources, modules::idOf);
    private final ReturnValue returnValue = new ReturnValue(execution);
    private final Threads threads = new Threads(helpers, execution, events);
    private final ReverseRequests reverse = new ReverseRequests();
    private final ClientTerminal clientTerminal = new ClientTerminal(thread, helpers, reverse, format, events);
    private final DebuggeeTerminal terminal = new DebuggeeTerminal(
            helpers, new OutputPump(thread, events, OutputEventArgumentsCategory.STDOUT), clientTerminal);
    private final Shell shell = new Shell(thread, events, sourceMap, gdb);
    private final GdbConsole console = new GdbConsole(gdb, helpers, execution, shell, events, changes);
    private final EntryBreakpoint entry = new EntryBreakpoint(helpers, program);
    private final Steps steps = new Steps(helpers, execution, stack, returnValue, pythonSteps, entry);
    private final PythonCode pythonCode = new PythonCode(helpers, python, program, changes, steps);
    private final VariableRequests variables =
            new VariableRequests(thread, helpers, program, returnValue, stack, sources, format, pythonCode);
    private final EvaluationRequests evaluation =
            new EvaluationRequests(helpers, program, pythonCode, stack, variables, terminal, console, format);
    private final BreakpointRequests breakpoints =
            new BreakpointRequests(helpers, execution, events, format, sourceMap, sources, python, stack, variables);

    private final Children children = new Children(thread, events, format, helpers);
    private final ConfiguredCommands commands = new ConfiguredCommands(gdb, helpers, events);
    private final StartedServer stubServer = new StartedServer(thread, events);
    private final Shutdown shutdown =
            new Shutdown(thread, events, gdb, execution, commands, terminal, stubServer, directory);
    private final Disconnect disconnect = new Disconnect(thread, events, execution, python, shutdown);
    private final StoppedEvents stoppedEvents = new StoppedEvents(program, breakpoints.news(), stack, events);
    private final Stops stops = new Stops(
            execution, steps, returnValue, python, entry, breakpoints.news(), stoppedEvents, shutdown::programExited);
    private final Machines machines = new Machines(thread, gdb, helpers, events, directory::path);
    private final RemoteConnection remote = new RemoteConnection(thread, gdb, stubServer, events);
    private final HeldProgram heldProgram = new HeldProgram(execution, commands, stoppedEvents);
    private final Targets targets =
            new Targets(machines, remote, gdb, helpers, execution, heldProgram, commands, terminal, entry);
    private final Startup startup = new Startup(
            gdb, helpers, execution, commands, progress, events, format, entry, breakpoints.exceptions(), children);
    private final Configuration configuration =
            new Configuration(events, sourceMap, stack, breakpoints, pythonCode, modules);
    private final Session session =
            new Session(thread, events, targets, startup, configuration, execution, modules, transcriptFile);
    private final Restart restart = new Restart(thread, execution, breakpoints, targets, startup, session);
    private final HelperEvents helperEvents = new HelperEvents(stops, breakpoints.news(), modules, children, events);
    private final GdbRecords records = new GdbRecords(
            gdb, session, shutdown, execution, stops, threads, breakpoints.news(), modules, changes, helperEvents);

    private DapConnection(AccessToken token) {
        super(token == null);
        admission.demand(token);
    }

    /** Speaks DAP on the streams until the session has ended and everything that it started is gone. */
    public static void serve(InputStream in, OutputStream out) throws InterruptedException {
        serve(in, out, null);
    }

    /** As {@link #serve(InputStream, OutputStream)}, for a client that must name the token unless it is null; the output is closed at the end. */
    public static void serve(InputStream in, OutputStream out, AccessToken token) throws InterruptedException {
        DapConnection connection = new DapConnection(token);
        connection.introduce();
        connection.talk(new ClientStreams(in, out));
    }

    private void introduce() {
        progress.connect(gate);
        ReadAhead ahead = new ReadAhead(helpers, program, threads, stack);
        gate.readAhead(ahead);
        events.onStopped(ahead::ofStop);
        gdb.meanwhile(() -> {
            progress.look();
            gate.look();
            if (!gdb.isLeaving()) {
                thread.meanwhile();
            }
        });
        shutdown.beforeEnd(restart::abandon);
        shutdown.beforeEnd(session::abandon);
        shutdown.beforeEnd(shell::end);
        shutdown.beforeTerminate(restart::terminating);
        session.onBeginFailed(shutdown::notBegun);
        restart.onFailed(shutdown::notRestarted);
        stops.onEntry(commands::postRun);
        helpers.onChange(what -> {
            changes.changed(what);
            thread.post(execution.recording()::changed);
        });
        changes.onChange(variables::forgetReprs);
        helpers.beforeCall(gate::check);
        gdb.listen(this::said, reason -> thread.post(() -> shutdown.gdbGone(reason)));
        if (!admission.isOpen()) {
            thread.postLater(Admission.PATIENCE, this::tokenOverdue);
        }
    }

    /** On the calling thread, until the session has ended. */
    private void talk(ClientStreams streams) throws InterruptedException {
        IDebugProtocolClient client = streams.client(services(), thread, gate::wrap, format, events::tell);
        events.connect(client);
        reverse.connect(client);
        streams.read(this::clientGone);
        try {
            thread.run();
            gate.close();
        } finally {
            transcriptFile.close();
            streams.close();
        }
    }

    /** On GDB's reader thread. */
    private void said(MiRecord record) {
        if (GdbRecords.isHeard(record) && !errands.takes(record)) {
            post(record);
        }
    }

    private void post(MiRecord record) {
        thread.post(() -> records.received(record));
    }

    private void tokenOverdue() {
        if (!admission.isOpen()) {
            LOG.warn(TOKEN_OVERDUE);
            events.output("important", TOKEN_OVERDUE + "\n"); // not told to a client that has not even sent initialize
            clientRefused();
        }
    }

    private void clientRefused() {
        disconnect.clientGone();
    }

    private void clientGone() {
        gdb.abandonWaits(); // first, or it could fail what is done now
        thread.postFirst(() -> {
            gdb.allowWaits();
            disconnect.clientGone();
        });
    }

    private List<Object> services() {
        StepInTargets stepInTargets = new StepInTargets(helpers, pythonSteps, program, stack);
        GotoTargets gotoTargets =
                new GotoTargets(helpers, pythonSteps, execution, stoppedEvents::moved, thread, format, sourceMap);
        ExecutionRequests running = new ExecutionRequests(execution, steps, stepInTargets, gotoTargets, threads);
        SessionRequests sessions = new SessionRequests(thread, format, events, session, restart, shutdown, disconnect);
        StackRequests stacks = new StackRequests(stack, sources, events, thread);
        ModuleRequests loaded = new ModuleRequests(modules, loadedSources);
        MemoryRequests memory = new MemoryRequests(helpers, program, sources, format, changes);
        return List.of(
                new DapServer(
                        gate, admission, sessions, breakpoints, running, stacks, loaded, variables, evaluation, memory),
                new TwinstackServer(gate, running, stacks, variables, evaluation, new CrashRequests(helpers, program)));
    }
}
