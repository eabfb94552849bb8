package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.invariants.ProtocolInvariants;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One debugging session from {@code initialize} to the end of the server; closing it checks the invariants of the protocol. */
public final class DebugSession implements AutoCloseable {
    private final Server server;
    private final DapClient client;
    private final TestProgram program;
    private final Path logFile = ScratchDirectory.create("session").resolve("mi.log");
    private CompletableFuture<Response> launched;
    private Stop lastStop;
    private boolean terminated;
    private boolean disconnected;
    private boolean hasRelatives;

    private DebugSession(Server server, TestProgram program) {
        this.server = server;
        this.program = program;
        client = new DapClient(server.output(), server.input());
        FailureTranscripts.add(this);
    }

    /** Initializes an embedded server and sends it {@code launch}; the program waits for {@link #start}. */
    public static DebugSession open(Launch launch) {
        return open(EmbeddedServer.start(), launch);
    }

    /** As {@link #open(Launch)}, with another server. */
    public static DebugSession open(Server server, Launch launch) {
        return open(server, ClientCapabilities.likeVsCode(), launch);
    }

    /** As {@link #open(Launch)}, for a client with these arguments of {@code initialize}. */
    public static DebugSession open(Server server, JsonObject capabilities, Launch launch) {
        return open(server, capabilities, launch, client -> {});
    }

    /** As {@link #open(Launch)}, for a client that starts sessions for children. */
    public static DebugSession open(Launch launch, ChildSessions children) {
        return open(EmbeddedServer.start(), launch, children);
    }

    /** As {@link #open(Launch, ChildSessions)}, with another server. */
    public static DebugSession open(Server server, Launch launch, ChildSessions children) {
        JsonObject capabilities = ClientCapabilities.likeVsCode();
        capabilities.addProperty("supportsStartDebuggingRequest", true);
        DebugSession session = open(server, capabilities, launch.with("type", "twinstack"), children::offerTo);
        session.hasRelatives = children.openAnother();
        return session;
    }

    /** As {@link #open(Launch)}, for a client that opens terminals. */
    public static DebugSession open(Launch launch, UserTerminal terminal) {
        JsonObject capabilities = UserTerminal.openedBy(ClientCapabilities.likeVsCode());
        return open(EmbeddedServer.start(), capabilities, launch, terminal::offerTo);
    }

    /** As {@link #open(Launch)}, after what the client does {@code first}. */
    public static DebugSession open(Launch launch, Consumer<DapClient> first) {
        return open(EmbeddedServer.start(), ClientCapabilities.likeVsCode(), launch, first);
    }

    /** As {@link #open(Launch)}, for an attach that waits for a process; {@code start} is done when it does. */
    public static DebugSession openWhileWaiting(Launch attach, Runnable start) {
        DebugSession session = new DebugSession(EmbeddedServer.start(), attach.program());
        try {
            session.begin(ClientCapabilities.likeVsCode(), attach, client -> {});
            session.output(output -> output.category("console").contains("Waiting up to"));
            start.run();
            session.client.event("initialized");
            return session;
        } catch (AssertionError failure) {
            session.server.close();
            throw failure;
        }
    }

    private static DebugSession open(Server server, JsonObject capabilities, Launch launch, Consumer<DapClient> first) {
        DebugSession session = new DebugSession(server, launch.program());
        try {
            session.begin(capabilities, launch, first);
            if (!session.awaitsConfiguration()) {
                session.client.await("launch", session.launched).succeeded();
            }
            return session;
        } catch (AssertionError failure) {
            session.server.close();
            throw failure;
        }
    }

    /** Sends a {@code launch} that is to be refused, and gives the refusal. */
    public static Response refusal(Launch launch) {
        return refusal(ClientCapabilities.likeVsCode(), launch, client -> {});
    }

    /** As {@link #refusal(Launch)}, for a client with these arguments of {@code initialize}, after what it does {@code first}. */
    public static Response refusal(JsonObject capabilities, Launch launch, Consumer<DapClient> first) {
        return refusal(new DebugSession(EmbeddedServer.start(), launch.program()), capabilities, launch, first);
    }

    /** As {@link #refusal(Launch)}, beside other sessions. */
    static Response refusalBesideOthers(Launch launch) {
        DebugSession session = new DebugSession(EmbeddedServer.start(), launch.program());
        session.hasRelatives = true;
        return refusal(session, ClientCapabilities.likeVsCode(), launch, client -> {});
    }

    private static Response refusal(
            DebugSession session, JsonObject capabilities, Launch launch, Consumer<DapClient> first) {
        try (session) {
            session.begin(capabilities, launch, first);
            if (session.awaitsConfiguration()) {
                session.client.send("configurationDone", new JsonObject());
            }
            return session.client.await("launch", session.launched);
        }
    }

    private void begin(JsonObject capabilities, Launch launch, Consumer<DapClient> first) {
        ask("initialize", capabilities);
        first.accept(client);
        launched = client.send(launch.request(), launch.arguments(logFile));
        launched.thenAccept(
                response -> client.events().add(new Event(response.seq(), "launch answered", response.body())));
    }

    /** Waits for {@code initialized} or for the answer to {@code launch}: whether it is the first. */
    private boolean awaitsConfiguration() {
        Set<String> names = Set.of("initialized", "launch answered");
        return client.events()
                .take("initialized", event -> names.contains(event.name()), DapClient.PATIENCE)
                .name()
                .equals("initialized");
    }

    /** Replaces the breakpoints of one file by those on these marked lines of it, written {@code file@mark}. */
    public List<Breakpoint> breakAt(String... filesAndMarks) {
        return breakAt(Arrays.stream(filesAndMarks).map(SourceBreakpoint::at).toArray(SourceBreakpoint[]::new));
    }

    /** Replaces the breakpoints of each file that is named. */
    public List<Breakpoint> breakAt(SourceBreakpoint... breakpoints) {
        return Breakpoints.of(this).onLines(breakpoints);
    }

    /** Removes the breakpoints of a file. */
    public void clearBreakpoints(String file) {
        Breakpoints.of(this).clear(program.file(file));
    }

    /** Ends the configuration: the program runs. */
    public DebugSession start() {
        ask("configurationDone", new JsonObject());
        client.await("launch", launched).succeeded();
        return this;
    }

    /** Waits for the next stop, which has this reason; the end of the program is a failure. */
    public Stop stopped(String reason) {
        Event event = client.events().take("a stop", DebugSession::isStopOrEnd, DapClient.PATIENCE);
        assertThat(event.name()).as("a stop was expected: %s", event).isEqualTo("stopped");
        assertThat(event.text("reason")).as("reason of %s", event).isEqualTo(reason);
        assertThat(Json.flag(event.body(), "allThreadsStopped"))
                .as("allThreadsStopped")
                .isTrue();
        lastStop = new Stop(this, event);
        return lastStop;
    }

    /** The stop that was waited for last; null before the first. */
    public Stop lastStop() {
        return lastStop;
    }

    /** Waits for the next stop or the session's end: whether it is a stop. */
    public boolean stopsBeforeItsEnd() {
        return client.events()
                .peek("a stop or the end", DebugSession::isStopOrEnd, DapClient.PATIENCE)
                .name()
                .equals("stopped");
    }

    private static boolean isStopOrEnd(Event event) {
        return event.name().equals("stopped") || event.name().equals("terminated");
    }

    /** Runs on to the next breakpoint. */
    public Stop resumeTo(Stop stop, String fileAndMark) {
        return resumeTo(stop, "breakpoint", fileAndMark);
    }

    /** The same, to a breakpoint for which DAP has a reason of its own. */
    public Stop resumeTo(Stop stop, String reason, String fileAndMark) {
        resume(stop);
        return stopped(reason).at(fileAndMark);
    }

    /** Lets the program run on. */
    public void resume(Stop stop) {
        ask("continue", Json.object("threadId", stop.threadId()));
    }

    /** Steps over one line, and waits for the stop. */
    public Stop next(Stop stop) {
        return step("next", stop);
    }

    /** Steps into the function that the line calls, and waits for the stop. */
    public Stop stepIn(Stop stop) {
        return step("stepIn", stop);
    }

    /** Steps out of the function, and waits for the stop. */
    public Stop stepOut(Stop stop) {
        return step("stepOut", stop);
    }

    private Stop step(String command, Stop stop) {
        ask(command, Json.object("threadId", stop.threadId()));
        return stopped("step");
    }

    /** Stops the running program. */
    public Stop pause() {
        int thread = threads().get(0).id();
        ask("pause", Json.object("threadId", thread));
        return stopped("pause");
    }

    /** Waits for the program's end, with this exit code, and for the session's. */
    public void exited(int code) {
        Event exited = client.event("exited");
        assertThat(exited.integer("exitCode")).as("exit code").isEqualTo(code);
        terminated();
    }

    /** Waits for the session's end. */
    public void terminated() {
        client.event("terminated");
        terminated = true;
    }

    /** The threads, in the server's order. */
    public List<ThreadInfo> threads() {
        return Json.list(ask("threads", new JsonObject()).body(), "threads", json -> ThreadInfo.of(this, json));
    }

    /** The threads as data: the custom request. */
    public List<JsonObject> threadRows() {
        return Json.list(ask("twinstack.threads", new JsonObject()).body(), "threads", row -> row);
    }

    Stack stack(int threadId, int start, int levels) {
        JsonObject arguments = Json.object("threadId", threadId, "startFrame", start, "levels", levels);
        return stack(ask("stackTrace", arguments));
    }

    CompletableFuture<Stack> stackLater(int threadId) {
        return client.send("stackTrace", Json.object("threadId", threadId)).thenApply(this::stack);
    }

    private Stack stack(Response response) {
        return new Stack(Json.list(response.body(), "stackFrames", json -> Frame.of(this, json)));
    }

    Variables variables(JsonObject arguments) {
        return Variables.in(this, ask("variables", arguments).body());
    }

    /** Waits until the output fits. */
    public Output output(Predicate<Output> fits) {
        return client.events().output("output", fits, DapClient.PATIENCE);
    }

    /** Sends a request, which must succeed. */
    public Response ask(String command, JsonObject arguments) {
        return client.ask(command, arguments).succeeded();
    }

    /** The client, for what the session's own words do not say. */
    public DapClient client() {
        return client;
    }

    /** The program that is debugged. */
    public TestProgram program() {
        return program;
    }

    /** What was said to GDB and what it answered, as far as it was written. */
    public Path logFile() {
        return logFile;
    }

    /** The session was left in other words than {@link #disconnect}. */
    public void disconnected() {
        disconnected = true;
    }

    /** Leaves the session; the server ends after its answer. */
    public void disconnect(JsonObject arguments) {
        disconnected = true;
        ask("disconnect", arguments);
    }

    /** Closes the client's end of the connection without a word. */
    public void goAway() {
        disconnected = true;
        client.closeInput();
    }

    @Override
    public void close() {
        try (server) {
            if (!disconnected) {
                disconnect(Json.object("terminateDebuggee", !terminated));
            }
            client.events().awaitClosed(DapClient.PATIENCE);
        }
        ProtocolInvariants.check(client.recording());
        if (!hasRelatives) {
            Orphans.check();
        }
    }
}
