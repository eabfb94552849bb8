package dev.twinstack.adapter.report;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.ThreadRow;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;

/** Reads every thread's merged stack. Asks for all of them before it waits for the first, so that GDB is never idle. */
final class ThreadReader {
    private static final int THREADS = 500;
    private static final int FRAMES = 500;
    /** Threads whose variables GDB is asked for before those of the first of them are awaited. */
    private static final int AHEAD = 2;
    /** Of a thread that has not crashed, without those of CPython, of which there are up to seven for each call of Python's. */
    private static final int TELLING = 100;

    private final ReportSession session;
    private final FrameReader frames;
    private final boolean resent;

    /** {@code resent}: whether the thread that crashed did so in a signal's handler that has only passed on what it was called for. */
    ThreadReader(ReportSession session, FrameReader frames, boolean resent) {
        this.session = session;
        this.frames = frames;
        this.resent = resent;
    }

    /** The threads, the one that crashed first. Throws {@link UserError} when there is not even a list of them. */
    List<ThreadReport> read(int crashed) {
        Map<ThreadRow, CompletableFuture<StackTraceResponse>> asked = new LinkedHashMap<>();
        session.ask(Protocol::threadRows).threads().stream()
                .sorted(Comparator.comparing(row -> row.id() != crashed))
                .limit(THREADS)
                .forEach(row -> asked.put(row, stack(row.id())));
        Deque<Supplier<ThreadReport>> begun = new ArrayDeque<>();
        List<ThreadReport> threads = new ArrayList<>();
        asked.forEach((row, stack) -> {
            begun.add(begin(row, stack, row.id() == crashed));
            if (begun.size() > AHEAD) {
                threads.add(begun.remove().get());
            }
        });
        begun.forEach(last -> threads.add(last.get()));
        return threads;
    }

    private CompletableFuture<StackTraceResponse> stack(int thread) {
        StackTraceArguments arguments = new StackTraceArguments();
        arguments.setThreadId(thread);
        arguments.setLevels(FRAMES + 1);
        return session.send(server -> server.stackTrace(arguments));
    }

    private static int shown(List<StackFrame> frames, boolean isCrashed) {
        int most = Math.min(frames.size(), FRAMES);
        int shown = 0;
        for (int telling = 0; shown < most && (isCrashed || telling < TELLING); shown++) {
            telling += FrameReader.isMachinery(frames.get(shown)) ? 0 : 1;
        }
        return shown;
    }

    /** Asks for the variables of a thread's frames; the answers are waited for by whoever takes the thread. */
    private Supplier<ThreadReport> begin(
            ThreadRow row, CompletableFuture<StackTraceResponse> stack, boolean isCrashed) {
        try {
            List<StackFrame> all = List.of(session.await(stack).getStackFrames());
            if (isCrashed && resent) {
                HandlerFrames.pass(all);
            }
            List<StackFrame> shown = all.subList(0, shown(all, isCrashed));
            Supplier<List<FrameReport>> read = frames.ask(shown, isCrashed);
            return () -> thread(row, isCrashed, AbortFrames.passed(read.get()), all.size() > shown.size(), null);
        } catch (UserError refused) {
            String problem = "The stack cannot be read: " + refused.getMessage();
            return () -> thread(row, isCrashed, List.of(), false, problem);
        }
    }

    private static ThreadReport thread(
            ThreadRow row, boolean isCrashed, List<FrameReport> frames, boolean more, String problem) {
        return new ThreadReport(row.id(), row.name(), row.osId(), row.gil(), isCrashed, frames, more, problem);
    }
}
