package dev.twinstack.adapter.report;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.crash.CrashRequests;
import dev.twinstack.adapter.execution.Threads;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** Our server as a client sees it: DAP, and what a report needs besides. */
interface Protocol extends IDebugProtocolServer {
    @JsonRequest("twinstack.threads")
    CompletableFuture<Threads.Rows> threadRows();

    @JsonRequest("twinstack.crash")
    CompletableFuture<CrashFacts> crash(CrashRequests.Arguments arguments);
}
