package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.launch.FrameView;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.InvalidatedAreas;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourceResponse;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;

/** DAP's requests about where the program stands: its frames and their sources. */
public final class StackRequests {
    private final MergedStack stack;
    private final Sources sources;
    private final Events events;
    private final SessionThread thread;

    public StackRequests(MergedStack stack, Sources sources, Events events, SessionThread thread) {
        this.stack = stack;
        this.sources = sources;
        this.events = events;
        this.thread = thread;
    }

    /** {@code view}: {@code merged}, {@code python} or {@code native}. */
    public record Shown(String view) {}

    /** {@code twinstack.frameView}: other frames are shown from now on. */
    public void frameView(Shown wanted) {
        stack.show(FrameView.named(String.valueOf(wanted.view())));
        thread.afterResponse(() -> events.invalidated(InvalidatedAreas.STACKS));
    }

    public void declare(Capabilities capabilities) {
        stack.declare(capabilities);
    }

    public StackTraceResponse stackTrace(StackTraceArguments arguments) {
        return stack.stackTrace(arguments);
    }

    public SourceResponse source(SourceArguments arguments) {
        return sources.source(arguments);
    }
}
