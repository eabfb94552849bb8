package dev.twinstack.adapter.report;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.crash.CrashRequests;
import dev.twinstack.adapter.execution.Threads;
import dev.twinstack.adapter.variables.LocalsOfFrames;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** Our server as a client sees it: DAP, and what a report needs besides. */
interface Protocol extends IDebugProtocolServer {
    @JsonRequest("twinstack.threads")
    CompletableFuture<Threads.Rows> threadRows();

    @JsonRequest("twinstack.locals")
    CompletableFuture<LocalsOfFrames.Found> locals(LocalsOfFrames.Arguments arguments);

    @JsonRequest("twinstack.crash")
    CompletableFuture<CrashFacts> crash(CrashRequests.Arguments arguments);
}
