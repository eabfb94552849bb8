package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
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

    /** GDB's name for no signal: it has stopped the program itself. */
    private static final String NO_SIGNAL = "0";

    private static final String END_OF_RECORDING = "Nothing is recorded beyond this point.";

    private final Execution execution;
    private final Steps steps;
    private final ReturnValue returnValue;
    private final Recording recording;
    private final EntryBreakpoint entry;
    private final HitBreakpoints breakpoints;
    private final MergedStack stack;
    private final Events events;
    private final IntConsumer onExit;
    private Runnable onEntry = () -> {};

    /** {@code onExit} gets the exit status when the program has ended. */
    public Stops(
            Execution execution,
            Steps steps,
            ReturnValue returnValue,
            Recording recording,
            EntryBreakpoint entry,
            HitBreakpoints breakpoints,
            MergedStack stack,
            Events events,
            IntConsumer onExit) {
        this.execution = execution;
        this.steps = steps;
        this.returnValue = returnValue;
        this.recording = recording;
        this.entry = entry;
        this.breakpoints = breakpoints;
        this.stack = stack;
        this.events = events;
        this.onExit = onExit;
    }

    /** What is done while the program stands before its first code. */
    public void onEntry(Runnable action) {
        onEntry = action;
    }

    /** Takes a {@code *stopped} record. */
    public void stopped(MiValue.Tuple record) {
        Stop stop = Stop.of(record);
        if (stop instanceof Stop.Exited exited) {
            ended(exited);
        } else if (stop instanceof Stop.BreakpointHit hit && isNews(hit.thread(), "")) {
            hit(hit);
        } else if (stop instanceof Stop.StepEnded end && isNews(end.thread(), "")) {
            stepped(end.thread(), end.result());
        } else if (stop instanceof Stop.Watched watched && isNews(watched.thread(), "")) {
            watched(watched);
        } else if (stop instanceof Stop.Signalled signalled && isNews(signalled.thread(), signalled.signal())) {
            signalled(signalled);
        } else if (stop instanceof Stop.Unexplained unexplained && isNews(unexplained.thread(), "")) {
            unexplained(unexplained);
        }
    }

    private void ended(Stop.Exited exited) {
        if (!execution.ended()) {
            if (exited.signal() != null) {
                events.tell("The program was ended by the signal " + exited.signal() + ".");
            }
            onExit.accept(exited.status());
        }
    }

    /** The program stands where the user first sees it. */
    public void entry() {
        tell(execution.stoppedThread(), StoppedEventArgumentsReason.ENTRY, null, null);
    }

    /** The thread that stopped last was made to stand elsewhere. */
    void moved() {
        tell(execution.stoppedThread(), StoppedEventArgumentsReason.GOTO, null, null);
    }

    /** The program is a core file; {@code signal} is the number of the one that ended it, or 0. */
    public void core(int signal) {
        int thread = execution.stoppedThread();
        if (signal == 0) {
            tell(thread, StoppedEventArgumentsReason.PAUSE, "Core file", null);
        } else {
            String name = Signals.name(signal);
            StoppedEventArguments event = exception(thread, "Signal " + name, name + ": it ended the program");
            explains(event, name, "it ended the program");
            events.stopped(event);
        }
    }

    private boolean isNews(int thread, String signal) {
        return !execution.stopped(thread, signal);
    }

    private void hit(Stop.BreakpointHit hit) {
        if (steps.isTarget(hit.number())) {
            stepped(hit.thread(), null);
            return;
        }
        boolean paused = execution.takePause();
        if (entry.isHit(hit.number())) {
            entry.reached();
            entered(hit.thread(), paused);
        } else if (breakpoints.isForExceptions(hit.number())) {
            StoppedEventArguments event = exception(hit.thread(), "Exception", null);
            explains(event, null, null);
            events.stopped(event);
        } else {
            stack.stoppedOnPurpose(hit.thread());
            StoppedEventArguments event = event(hit.thread(), StoppedEventArgumentsReason.BREAKPOINT);
            event.setHitBreakpointIds(breakpoints.hitIds(hit.number()));
            events.stopped(event);
        }
    }

    private void watched(Stop.Watched watched) {
        execution.takePause();
        stack.stoppedOnPurpose(watched.thread());
        StoppedEventArguments event = event(watched.thread(), StoppedEventArgumentsReason.DATA_BREAKPOINT);
        event.setHitBreakpointIds(breakpoints.hitIds(watched.number()));
        event.setDescription("Data breakpoint");
        event.setText(breakpoints.watched(watched.number(), watched.expression()) + ": " + watched.values());
        events.stopped(event);
    }

    private void entered(int thread, boolean paused) {
        recording.begin();
        onEntry.run();
        if (entry.isForTheUser()) {
            tell(thread, StoppedEventArgumentsReason.ENTRY, null, null);
        } else if (paused) {
            tell(execution.paused(), StoppedEventArgumentsReason.PAUSE, null, null);
        } else {
            execution.runOn();
        }
    }

    /** A step of the debug console ends where GDB ends it. */
    private void stepped(int thread, String result) {
        returnValue.returned(thread, result);
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
        if (isPause(stop.signal()) && execution.takePause()) {
            tell(execution.paused(), StoppedEventArgumentsReason.PAUSE, null, null);
            return;
        }
        if (stop.signal().equals(NO_SIGNAL)) {
            execution.takePause();
            tell(stop.thread(), StoppedEventArgumentsReason.PAUSE, "Stopped by the recording", recordingStopped());
            return;
        }
        if (stop.signal().equals("SIGINT") && execution.inferior().isTerminating()) {
            execution
                    .runOn(); // the command in GDB that waited for the program was interrupted, and the program with it
            return;
        }
        execution.takePause();
        StoppedEventArguments event =
                exception(stop.thread(), "Signal " + stop.signal(), stop.signal() + ": " + stop.meaning());
        explains(event, stop.signal(), stop.meaning());
        events.stopped(event);
    }

    private StoppedEventArguments exception(int thread, String description, String text) {
        stack.stoppedOnPurpose(thread);
        StoppedEventArguments event = event(thread, StoppedEventArgumentsReason.EXCEPTION);
        event.setDescription(description);
        event.setText(text);
        return event;
    }

    /** Has the event say all that is known; whether that is of an exception or a signal. */
    private boolean explains(StoppedEventArguments event, String signal, String meaning) {
        try {
            return breakpoints.explains(event, signal, meaning);
        } catch (UserError gone) { // with the program, which was killed since
            return false;
        } catch (RuntimeException failed) {
            LOG.warn("A stop is told without what lies behind it, which cannot be read", failed);
            return false;
        }
    }

    /** Of an interruption while it shows a recording GDB tells as of a SIGINT, and so do stubs, or as of no signal. */
    private boolean isPause(String signal) {
        return StopSignal.stops(signal)
                || recording.isOn() && signal.equals("SIGINT")
                || execution.inferior().isRemote() && (signal.equals("SIGINT") || signal.equals(NO_SIGNAL));
    }

    private String recordingStopped() {
        return (recording.takeComplaint() + " To go on without a recording, type '-exec record stop' and continue.")
                .strip();
    }

    /**
     * GDB gives no reason when {@code -exec-finish} returns from a function without debug information (seen in GDB 13.1), nor for a signal
     * that is caught where the condition of its filter holds.
     */
    private void unexplained(Stop.Unexplained stop) {
        if (stop.reason().isEmpty() && caught(stop.thread())) {
            return;
        }
        if (recording.takeEnd()) {
            execution.takePause();
            tell(stop.thread(), StoppedEventArgumentsReason.PAUSE, "End of the recording", END_OF_RECORDING);
        } else if (stop.reason().isEmpty() && execution.isStepping()) {
            stepped(stop.thread(), null);
        } else {
            execution.takePause();
            tell(stop.thread(), StoppedEventArgumentsReason.PAUSE, reason(stop), null);
        }
    }

    private boolean caught(int thread) {
        StoppedEventArguments event = event(thread, StoppedEventArgumentsReason.EXCEPTION);
        boolean explained = explains(event, null, null);
        if (explained) {
            execution.takePause();
            stack.stoppedOnPurpose(thread);
            events.stopped(event);
        }
        return explained;
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
