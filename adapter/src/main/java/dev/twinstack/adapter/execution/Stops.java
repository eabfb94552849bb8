package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.breakpoints.BreakpointRequests;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.mi.MiValue;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** GDB's stops as DAP's {@code stopped} event, or as the program's end. A stop is always told, whatever fails on the way. */
public final class Stops {
    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

    private final Execution execution;
    private final Steps steps;
    private final BreakpointRequests breakpoints;
    private final MergedStack stack;
    private final Events events;
    private final IntConsumer onExit;

    /** {@code onExit} gets the exit status when the program has ended. */
    public Stops(
            Execution execution,
            Steps steps,
            BreakpointRequests breakpoints,
            MergedStack stack,
            Events events,
            IntConsumer onExit) {
        this.execution = execution;
        this.steps = steps;
        this.breakpoints = breakpoints;
        this.stack = stack;
        this.events = events;
        this.onExit = onExit;
    }

    /** Takes a {@code *stopped} record. */
    public void stopped(MiValue.Tuple record) {
        Stop stop = Stop.of(record);
        if (stop instanceof Stop.Exited exited) {
            if (!execution.ended()) {
                onExit.accept(exited.status());
            }
        } else if (stop instanceof Stop.BreakpointHit hit && isNews(hit.thread(), "")) {
            hit(hit);
        } else if (stop instanceof Stop.StepEnded end && isNews(end.thread(), "")) {
            stepped(end.thread());
        } else if (stop instanceof Stop.Watched watched && isNews(watched.thread(), "")) {
            execution.takePause();
            stack.stoppedOnPurpose(watched.thread());
            tell(watched.thread(), StoppedEventArgumentsReason.DATA_BREAKPOINT, "Watchpoint", watched.change());
        } else if (stop instanceof Stop.Signalled signalled && isNews(signalled.thread(), signalled.signal())) {
            signalled(signalled);
        } else if (stop instanceof Stop.Unexplained unexplained && isNews(unexplained.thread(), "")) {
            unexplained(unexplained);
        }
    }

    /** The program stands where the user first sees it. */
    public void entry() {
        tell(execution.stoppedThread(), StoppedEventArgumentsReason.ENTRY, null, null);
    }

    /** The program is a core file; {@code signal} is the number of the one that ended it, or 0. */
    public void core(int signal) {
        int thread = execution.stoppedThread();
        if (signal == 0) {
            tell(thread, StoppedEventArgumentsReason.PAUSE, "Core file", null);
        } else {
            String name = Signals.name(signal);
            stack.stoppedOnPurpose(thread);
            tell(thread, StoppedEventArgumentsReason.EXCEPTION, "Signal " + name, name + ": it ended the program");
        }
    }

    private boolean isNews(int thread, String signal) {
        return !execution.stopped(thread, signal);
    }

    private void hit(Stop.BreakpointHit hit) {
        execution.takePause();
        if (breakpoints.entry().isHit(hit.number())) {
            tell(hit.thread(), StoppedEventArgumentsReason.ENTRY, null, null);
        } else {
            stack.stoppedOnPurpose(hit.thread());
            StoppedEventArguments event = event(hit.thread(), StoppedEventArgumentsReason.BREAKPOINT);
            if (breakpoints.has(hit.number())) { // not one that was made in the debug console
                event.setHitBreakpointIds(new Integer[] {Integer.valueOf(hit.number())});
            }
            events.stopped(event);
        }
    }

    /** A step of the debug console ends where GDB ends it. */
    private void stepped(int thread) {
        if (!execution.isStepping() || !leavesMachinery(thread)) {
            execution.takePause();
            tell(thread, StoppedEventArgumentsReason.STEP, null, null);
        }
    }

    private boolean leavesMachinery(int thread) {
        try {
            return steps.leaveMachinery(thread);
        } catch (RuntimeException failed) {
            LOG.warn("A step ends where it is, because it cannot be seen where it should", failed);
            return false;
        }
    }

    private void signalled(Stop.Signalled stop) {
        if (execution.takePause() && StopSignal.stops(stop.signal())) {
            tell(stop.thread(), StoppedEventArgumentsReason.PAUSE, null, null);
        } else {
            stack.stoppedOnPurpose(stop.thread());
            tell(
                    stop.thread(),
                    StoppedEventArgumentsReason.EXCEPTION,
                    "Signal " + stop.signal(),
                    stop.signal() + ": " + stop.meaning());
        }
    }

    /** GDB gives no reason when {@code -exec-finish} returns from a function without debug information (seen in GDB 13.1). */
    private void unexplained(Stop.Unexplained stop) {
        if (stop.reason().isEmpty() && execution.isStepping()) {
            stepped(stop.thread());
        } else {
            execution.takePause();
            tell(stop.thread(), StoppedEventArgumentsReason.PAUSE, reason(stop), null);
        }
    }

    /** What GDB gives a reason for, such as a catchpoint, was asked for where it happens. */
    private String reason(Stop.Unexplained stop) {
        if (stop.reason().isEmpty()) {
            return null;
        }
        stack.stoppedOnPurpose(stop.thread());
        return "Stopped: " + stop.reason();
    }

    private void tell(int thread, String reason, String description, String text) {
        StoppedEventArguments event = event(thread, reason);
        event.setDescription(description);
        event.setText(text);
        events.stopped(event);
    }

    private static StoppedEventArguments event(int thread, String reason) {
        StoppedEventArguments event = new StoppedEventArguments();
        event.setReason(reason);
        event.setThreadId(thread);
        event.setAllThreadsStopped(true);
        return event;
    }
}
