package dev.twinstack.adapter.server;

import dev.twinstack.adapter.execution.Threads;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.List;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;

/**
 * Has GDB begin on what the client will ask next, so that GDB works at the same time as the session thread and the client: on the reads that wait in the
 * queue, and at a stop on what the client asked at the last one.
 */
final class ReadAhead {
    /** How many reads GDB is given at a time. */
    private static final int MOST = 16;

    /** How many of them are left when it is given more. */
    private static final int FEW = 6;

    private final Helpers helpers;
    private final Threads threads;
    private final MergedStack stack;

    ReadAhead(Helpers helpers, ProgramState program, Threads threads, MergedStack stack) {
        this.helpers = helpers;
        this.threads = threads;
        this.stack = stack;
        helpers.expectOnlyWhile(() -> program.isStopped() && !program.isNonStop());
    }

    /** A stop of that thread was told. */
    void ofStop(int thread) {
        threads.expectAgain();
        stack.expectAgain(thread);
    }

    /** Whether GDB has little left to begin on. */
    boolean wantsMore() {
        return helpers.expected() <= FEW;
    }

    /** Has GDB begin on the first of these requests, which are to be handled in this order. */
    void of(List<QueuedRequest> requests) {
        List<RequestMessage> reads = requests.stream()
                .map(QueuedRequest::message)
                .limit(MOST)
                .takeWhile(ReadAhead::isRead)
                .toList();
        List<StackTraceArguments> stacks = reads.stream()
                .map(RequestMessage::getParams)
                .filter(StackTraceArguments.class::isInstance)
                .map(StackTraceArguments.class::cast)
                .toList();
        if (stacks.size() < reads.size()) {
            threads.expect();
        }
        stack.expect(stacks);
    }

    /** Gives up what nobody has asked for yet, as something is to be done that must not wait for it. */
    void end() {
        helpers.expectNothing();
    }

    private static boolean isRead(RequestMessage request) {
        return request.getMethod().equals("threads") || request.getParams() instanceof StackTraceArguments;
    }
}
