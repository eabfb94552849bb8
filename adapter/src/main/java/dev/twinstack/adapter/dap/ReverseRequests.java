package dev.twinstack.adapter.dap;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.RunInTerminalRequestArguments;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;

/** The requests that the adapter makes of the client (DAP overview, "Reverse Requests"); the answers come on the reader thread. */
public final class ReverseRequests {
    private IDebugProtocolClient client;

    public void connect(IDebugProtocolClient connected) {
        client = connected;
    }

    /** Completed when the client has started the command in a terminal, not when it has ended. */
    public CompletableFuture<?> runInTerminal(RunInTerminalRequestArguments command) {
        return client.runInTerminal(command);
    }
}
