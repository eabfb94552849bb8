package dev.twinstack.adapter.stack;

import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourceResponse;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;

/** DAP's requests about where the program stands: its frames and their sources. */
public final class StackRequests {
    private final MergedStack stack;
    private final Sources sources;

    public StackRequests(MergedStack stack, Sources sources) {
        this.stack = stack;
        this.sources = sources;
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
