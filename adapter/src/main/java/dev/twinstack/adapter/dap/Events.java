package dev.twinstack.adapter.dap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.debug.BreakpointEventArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.CapabilitiesEventArguments;
import org.eclipse.lsp4j.debug.ContinuedEventArguments;
import org.eclipse.lsp4j.debug.ExitedEventArguments;
import org.eclipse.lsp4j.debug.InvalidatedEventArguments;
import org.eclipse.lsp4j.debug.LoadedSourceEventArguments;
import org.eclipse.lsp4j.debug.LoadedSourceEventArgumentsReason;
import org.eclipse.lsp4j.debug.MemoryEventArguments;
import org.eclipse.lsp4j.debug.Module;
import org.eclipse.lsp4j.debug.ModuleEventArguments;
import org.eclipse.lsp4j.debug.ModuleEventArgumentsReason;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProgressEndEventArguments;
import org.eclipse.lsp4j.debug.ProgressStartEventArguments;
import org.eclipse.lsp4j.debug.ProgressUpdateEventArguments;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.StartDebuggingRequestArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.ThreadEventArguments;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;

/** The events of a session, sent from the session thread: none before the answer to {@code initialize}, and nothing follows {@code terminated}. */
public final class Events {
    /** How many wait for that answer at the most. */
    private static final int MOST_EARLY = 100;

    private IDebugProtocolClient client;
    private final List<Consumer<IDebugProtocolClient>> early = new ArrayList<>();
    private boolean begun;
    private boolean terminated;
    private boolean showsImportant = true;
    private IntConsumer onStopped = thread -> {};

    public void connect(IDebugProtocolClient connected) {
        client = connected;
    }

    /** The client has its answer to initialize, and is told what has happened until now. */
    public void begin() {
        begun = true;
        early.forEach(event -> event.accept(client));
        early.clear();
    }

    /** Whether the client shows output of the category {@code important}; if not, that goes to its console. */
    public void showsImportant(boolean shows) {
        showsImportant = shows;
    }

    public void initialized() {
        send(IDebugProtocolClient::initialized);
    }

    /** What the client was told of the adapter in the answer to initialize has changed. */
    public void capabilities(Capabilities changed) {
        CapabilitiesEventArguments event = new CapabilitiesEventArguments();
        event.setCapabilities(changed);
        send(to -> to.capabilities(event));
    }

    public void process(ProcessEventArguments event) {
        send(to -> to.process(event));
    }

    public void stopped(StoppedEventArguments event) {
        send(to -> to.stopped(event));
        onStopped.accept(event.getThreadId());
    }

    /** {@code next} gets the thread of each stop that was told. */
    public void onStopped(IntConsumer next) {
        onStopped = next;
    }

    /** A thread, or every one, runs again although no request of the client asked for it. */
    public void continued(int threadId, boolean all) {
        ContinuedEventArguments event = new ContinuedEventArguments();
        event.setThreadId(threadId);
        event.setAllThreadsContinued(all);
        send(to -> to.continued(event));
    }

    /** What the client was told in these areas, of {@code InvalidatedAreas}, is not true any more. */
    public void invalidated(String... areas) {
        InvalidatedEventArguments event = new InvalidatedEventArguments();
        event.setAreas(areas);
        send(to -> to.invalidated(event));
    }

    /** {@code reason} is {@code started} or {@code exited}. */
    public void thread(String reason, int threadId) {
        ThreadEventArguments event = new ThreadEventArguments();
        event.setReason(reason);
        event.setThreadId(threadId);
        send(to -> to.thread(event));
    }

    public void memory(MemoryEventArguments event) {
        send(to -> to.memory(event));
    }

    public void breakpoint(BreakpointEventArguments event) {
        send(to -> to.breakpoint(event));
    }

    /** A module of the program was loaded, has changed, or is gone. */
    public void module(ModuleEventArgumentsReason reason, Module module) {
        ModuleEventArguments event = new ModuleEventArguments();
        event.setReason(reason);
        event.setModule(module);
        send(to -> to.module(event));
    }

    public void loadedSource(LoadedSourceEventArgumentsReason reason, Source source) {
        LoadedSourceEventArguments event = new LoadedSourceEventArguments();
        event.setReason(reason);
        event.setSource(source);
        send(to -> to.loadedSource(event));
    }

    /** Something takes its time, and ends with {@link #progressEnd} of the same id. {@code message} and {@code requestId} may be null. */
    public void progressStart(String id, String title, String message, Integer requestId) {
        ProgressStartEventArguments event = new ProgressStartEventArguments();
        event.setProgressId(id);
        event.setTitle(title);
        event.setMessage(message);
        event.setRequestId(requestId);
        event.setCancellable(true);
        send(to -> to.progressStart(event));
    }

    public void progressUpdate(String id, String message) {
        ProgressUpdateEventArguments event = new ProgressUpdateEventArguments();
        event.setProgressId(id);
        event.setMessage(message);
        send(to -> to.progressUpdate(event));
    }

    public void progressEnd(String id, String message) {
        ProgressEndEventArguments event = new ProgressEndEventArguments();
        event.setProgressId(id);
        event.setMessage(message);
        send(to -> to.progressEnd(event));
    }

    /** Text of the debuggee ({@code stdout}) or of the adapter ({@code console}, {@code important}). */
    public void output(String category, String text) {
        if (!text.isEmpty()) {
            OutputEventArguments event = new OutputEventArguments();
            boolean isLost = category.equals(OutputEventArgumentsCategory.IMPORTANT) && !showsImportant;
            event.setCategory(isLost ? OutputEventArgumentsCategory.CONSOLE : category);
            event.setOutput(text);
            output(event);
        }
    }

    public void output(OutputEventArguments event) {
        send(to -> to.output(event));
    }

    /** A whole sentence of the adapter's own, on a line of its own in the client's console. */
    public void tell(String sentence) {
        output(OutputEventArgumentsCategory.CONSOLE, sentence + "\n");
    }

    public void exited(int exitCode) {
        ExitedEventArguments event = new ExitedEventArguments();
        event.setExitCode(exitCode);
        send(to -> to.exited(event));
    }

    /** Asks the client for a further session. Completed, on the reader's thread, when it has begun one; fails when it does not. */
    public CompletableFuture<Void> startDebugging(StartDebuggingRequestArguments arguments) {
        return client.startDebugging(arguments);
    }

    /** Ends the session for the client; a second call does nothing. */
    public void terminated() {
        send(to -> to.terminated(new TerminatedEventArguments()));
        terminated = true;
    }

    private void send(Consumer<IDebugProtocolClient> event) {
        if (begun && !terminated) {
            event.accept(client);
        } else if (!terminated && early.size() < MOST_EARLY) {
            early.add(event);
        }
    }
}
