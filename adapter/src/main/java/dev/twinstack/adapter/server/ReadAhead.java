package dev.twinstack.adapter.server;

import dev.twinstack.adapter.execution.Threads;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;

/**
 * Has GDB begin on what the client will ask next, so that it works while the session thread and the client do: on the reads that wait in the queue, and at a
 * stop on what the client asked at the last one.
 */
final class ReadAhead {
    /** Reads that GDB is given at a time; a resume that comes behind them waits for these. */
    private static final int MOST = 16;

    private final ProgramState program;
    private final Threads threads;
    private final MergedStack stack;

    ReadAhead(ProgramState program, Threads threads, MergedStack stack) {
        this.program = program;
        this.threads = threads;
        this.stack = stack;
    }

    /** A stop of that thread was told. */
    void ofStop(int thread) {
        if (standsWholly()) {
            threads.expectAgain();
            stack.expectAgain(thread);
        }
    }

    /** These are to be handled, in this order. */
    void of(Stream<RequestMessage> requests) {
        if (standsWholly()) {
            requests.takeWhile(ReadAhead::isRead).limit(MOST).forEach(this::expect);
        }
    }

    /** What a thread that runs does could make a reply too old. */
    private boolean standsWholly() {
        return program.isStopped() && !program.isNonStop();
    }

    private static boolean isRead(RequestMessage request) {
        return request.getMethod().equals("threads") || request.getParams() instanceof StackTraceArguments;
    }

    private void expect(RequestMessage request) {
        if (request.getParams() instanceof StackTraceArguments arguments) {
            stack.expect(arguments);
        } else {
            threads.expect();
        }
    }
}
