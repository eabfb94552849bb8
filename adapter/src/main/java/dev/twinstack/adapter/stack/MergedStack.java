package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.launch.FrameView;
import dev.twinstack.adapter.program.ByThread;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;

/**
 * The one call stack in which Python and native frames stand in true call order. Frames are read in pages; the number of all frames is told
 * only when the last page was read, as counting them would unwind the whole stack.
 */
public final class MergedStack {
    private static final int PAGE = 500;
    /** What VS Code and others ask for at a stop. */
    private static final int FIRST_PAGE = 20;
    /** Frames given to a client that asks for all; one that wants more asks for the next range. */
    private static final int ALL = 20_000;

    private final Helpers helpers;
    private final ProgramState program;
    private final Events events;
    private final FrameIds ids = new FrameIds();
    private final StackFrames frames;
    private final ByThread<Boolean> withExceptions = new ByThread<>();
    /** Threads that were stopped on purpose where they stand, even if that is in CPython's evaluator. */
    private final ByThread<Boolean> stoppedOnPurpose = new ByThread<>();

    /** How the client asked for the newest frames at the last stop; before the first stop as most clients ask; null once used. */
    private StackTraceArguments usual = firstPage();

    /** What the client was shown last of this stop, or null. */
    private RecentStack recent;

    private FrameView view = FrameView.MERGED;
    private String toldReason;
    private Consumer<Frame> onShown = newest -> {};

    /** {@code moduleIds}: DAP's id of the module with that path, or null. */
    public MergedStack(
            Helpers helpers,
            ProgramState program,
            Events events,
            ClientFormat format,
            Sources sources,
            Function<String, Integer> moduleIds) {
        this.helpers = helpers;
        this.program = program;
        this.events = events;
        this.frames = new StackFrames(ids, format, sources, moduleIds);
        program.onResume(() -> recent = null);
        program.onResumeOf(ids::forget);
        program.onResumeOf(withExceptions::forget);
        program.onResumeOf(stoppedOnPurpose::forget);
    }

    /** {@code next} gets the newest frame of each stack that the client was shown from that one on. */
    public void onShown(Consumer<Frame> next) {
        onShown = next;
    }

    /** From now on these frames are shown. */
    public void show(FrameView wanted) {
        view = wanted;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsDelayedStackTraceLoading(true);
    }

    StackTraceResponse stackTrace(StackTraceArguments arguments) {
        int thread = arguments.getThreadId();
        program.requireStopped(thread);
        int start = Objects.requireNonNullElse(arguments.getStartFrame(), 0);
        if (start == 0) {
            usual = arguments;
        }
        FrameName name = FrameName.of(arguments.getFormat());
        StackOperations operations = operations(arguments);
        List<StackFrame> shown = new ArrayList<>();
        boolean more = true;
        while (more && shown.size() < wanted(arguments)) {
            StackOperations.StackRange range = range(thread, arguments, shown.size());
            StackOperations.StackPage page = operations.stack(range);
            recent = range.start() == 0 ? new RecentStack(range, page, helpers.age()) : recent;
            page.frames().forEach(frame -> shown.add(frames.show(thread, frame, name)));
            tellOnce(page.reason());
            if (page.exceptions()) {
                withExceptions.put(thread, true);
            }
            more = page.more() && !page.frames().isEmpty();
        }
        if (start == 0 && !shown.isEmpty()) {
            onShown.accept(StackFrames.frame(thread, recent.newest(1).get(0)));
        }
        boolean counted = !more && (start == 0 || !shown.isEmpty());
        return response(shown, counted ? start + shown.size() : null);
    }

    /** Has GDB begin on the first pages of what {@link #stackTrace} is to answer; does nothing when that cannot be done. */
    public void expect(List<StackTraceArguments> requests) {
        Map<Boolean, List<StackTraceArguments>> byHex = requests.stream()
                .collect(Collectors.partitioningBy(
                        each -> FrameName.of(each.getFormat()).hex()));
        byHex.forEach((hex, alike) -> new StackOperations(helpers.inHex(hex))
                .expectStacks(alike.stream()
                        .map(each -> range(each.getThreadId(), each, 0))
                        .toList()));
    }

    /** The same for a thread that has just stopped, if the client asked for the newest frames at the last stop, or if this is the first. */
    public void expectAgain(int thread) {
        if (usual != null) {
            operations(usual).expectStacks(List.of(range(thread, usual, 0)));
            usual = null;
        }
    }

    private static StackTraceArguments firstPage() {
        StackTraceArguments arguments = new StackTraceArguments();
        arguments.setLevels(FIRST_PAGE);
        return arguments;
    }

    private StackOperations operations(StackTraceArguments arguments) {
        return new StackOperations(
                helpers.inHex(FrameName.of(arguments.getFormat()).hex()));
    }

    private static int wanted(StackTraceArguments arguments) {
        int levels = Objects.requireNonNullElse(arguments.getLevels(), 0);
        return levels == 0 ? ALL : levels;
    }

    /** The next page, after {@code shown} frames. */
    private StackOperations.StackRange range(int thread, StackTraceArguments arguments, int shown) {
        return StackOperations.StackRange.of(
                thread,
                Objects.requireNonNullElse(arguments.getStartFrame(), 0) + shown,
                Math.min(PAGE, wanted(arguments) - shown),
                FrameName.of(arguments.getFormat()).hasParameters(),
                isOnPurpose(thread),
                view);
    }

    /** Whether a thread whose stack was shown has an exception, pending or handled. */
    public boolean hasExceptions(int thread) {
        return withExceptions.of(thread).isPresent();
    }

    /**
     * The thread was stopped on purpose where it stands: at a breakpoint, a crash or the end of a step, not where a pause or a return happened to end. Its newest
     * frame is shown even if it is CPython's evaluator, above the Python frames that it runs.
     */
    public void stoppedOnPurpose(int thread) {
        stoppedOnPurpose.put(thread, true);
    }

    private boolean isOnPurpose(int thread) {
        return stoppedOnPurpose.of(thread).isPresent();
    }

    /** The frame that the client names by that id. Throws {@link dev.twinstack.adapter.dap.UserError} for one of an earlier stop. */
    public Frame frame(int id) {
        return ids.frame(id);
    }

    /** As {@link #frame}; for null the newest one of the thread that stopped last, as it is shown. */
    public Frame frameOrNewest(Integer id) {
        if (id != null) {
            return frame(id);
        }
        int thread = program.stoppedThread();
        return newest(thread, 1).stream()
                .map(frame -> StackFrames.frame(thread, frame))
                .findFirst()
                .orElseGet(() -> new Frame.Native(thread, 0));
    }

    /** Says in the console why a CPython process shows no Python frames; each reason once. */
    private void tellOnce(String reason) {
        if (reason != null && !reason.equals(toldReason)) {
            toldReason = reason;
            events.tell(reason);
        }
    }

    /** The newest frames of a thread; those that the client was shown, if nothing can have changed them since. */
    public List<HelperFrame> newest(int thread, int count) {
        StackOperations.StackRange wanted =
                StackOperations.StackRange.of(thread, 0, count, false, isOnPurpose(thread), FrameView.MERGED);
        boolean isKnown = !program.isNonStop() && recent != null && recent.has(wanted, helpers.age());
        return isKnown
                ? recent.newest(count)
                : new StackOperations(helpers).stack(wanted).frames();
    }

    /** Whether a frame is the newest of its thread. */
    public boolean isNewest(Frame frame) {
        List<HelperFrame> newest = newest(frame.thread(), 1);
        return !newest.isEmpty()
                && StackFrames.frame(frame.thread(), newest.get(0)).equals(frame);
    }

    private static StackTraceResponse response(List<StackFrame> frames, Integer total) {
        StackTraceResponse response = new StackTraceResponse();
        response.setStackFrames(frames.toArray(StackFrame[]::new));
        response.setTotalFrames(total);
        return response;
    }
}
