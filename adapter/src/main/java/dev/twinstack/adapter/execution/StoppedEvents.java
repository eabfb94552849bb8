package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Signals;
import dev.twinstack.adapter.execution.inferior.Stop;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.stack.MergedStack;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DAP's event {@code stopped}, in the words for each kind of stop; whether one is told is decided in {@link Stops}. */
public final class StoppedEvents {
    private static final Logger LOG = LoggerFactory.getLogger(StoppedEvents.class);

    private static final String END_OF_RECORDING = "Nothing is recorded beyond this point.";

    private final ProgramState program;
    private final HitBreakpoints breakpoints;
    private final MergedStack stack;
    private final Events events;

    public StoppedEvents(ProgramState program, HitBreakpoints breakpoints, MergedStack stack, Events events) {
        this.program = program;
        this.breakpoints = breakpoints;
        this.stack = stack;
        this.events = events;
    }

    /** The program stands where the user first sees it, with all its threads. */
    public void entry() {
        StoppedEventArguments event = event(program.stoppedThread(), StoppedEventArgumentsReason.ENTRY);
        event.setAllThreadsStopped(true);
        events.stopped(event);
    }

    public void entry(int thread) {
        tell(thread, StoppedEventArgumentsReason.ENTRY, null, null);
    }

    /** The thread that stopped last was made to stand elsewhere. */
    public void moved() {
        tell(program.stoppedThread(), StoppedEventArgumentsReason.GOTO, null, null);
    }

    /** The program is a core file; {@code signal} is the number of the one that ended it, or 0. */
    public void core(int signal) {
        int thread = program.stoppedThread();
        if (signal == 0) {
            tell(thread, StoppedEventArgumentsReason.PAUSE, "Core file", null);
        } else {
            String name = Signals.name(signal);
            exception(thread, "Signal " + name, name + ": it ended the program", name, "it ended the program");
        }
    }

    void breakpoint(Stop.BreakpointHit hit) {
        stack.stoppedOnPurpose(hit.thread());
        StoppedEventArguments event = event(hit.thread(), breakpoints.reason(List.of(hit.number())));
        event.setHitBreakpointIds(breakpoints.hitIds(hit.number()));
        events.stopped(event);
    }

    void inPython(Stop.InPython stop) {
        boolean isBreakpoint = stop.reason().equals(StoppedEventArgumentsReason.BREAKPOINT);
        String reason = isBreakpoint ? breakpoints.reason(stop.breakpoints()) : stop.reason();
        StoppedEventArguments event = event(stop.thread(), reason);
        event.setHitBreakpointIds(breakpoints.hitIds(stop.breakpoints()));
        event.setText(stop.message());
        if (stop.reason().equals(StoppedEventArgumentsReason.EXCEPTION)) {
            explains(event, null, null);
        }
        events.stopped(event);
    }

    /**
     * A data breakpoint. One on a variable of Python stops somewhere in CPython's code; there the line of Python that runs is shown as the newest frame.
     * What has changed is the description: VS Code shows the text at the mouse alone.
     */
    void dataBreakpoint(Stop.Watched watched) {
        Optional<String> change = breakpoints.change(watched.number());
        if (change.isEmpty()) {
            stack.stoppedOnPurpose(watched.thread());
        }
        StoppedEventArguments event = event(watched.thread(), StoppedEventArgumentsReason.DATA_BREAKPOINT);
        event.setHitBreakpointIds(breakpoints.hitIds(watched.number()));
        event.setDescription(change.orElseGet(
                () -> breakpoints.watched(watched.number(), watched.expression()) + ": " + watched.values()));
        events.stopped(event);
    }

    void step(int thread) {
        tell(thread, StoppedEventArgumentsReason.STEP, null, null);
    }

    void pause(int thread) {
        tell(thread, StoppedEventArgumentsReason.PAUSE, null, null);
    }

    /** GDB has stopped the program because it cannot record it further; {@code complaint}: GDB's reason, or empty. */
    void recordingStopped(int thread, String complaint) {
        String advice = "To go on without a recording, type '-exec record stop' and continue.";
        tell(thread, StoppedEventArgumentsReason.PAUSE, "Stopped by the recording", (complaint + " " + advice).strip());
    }

    void endOfRecording(int thread) {
        tell(thread, StoppedEventArgumentsReason.PAUSE, "End of the recording", END_OF_RECORDING);
    }

    /** A stop without an event of its own in DAP. If GDB gives a reason, such as a catchpoint, the user has asked for a stop at this place. */
    void unexplained(Stop.Unexplained stop) {
        if (stop.reason().isEmpty()) {
            pause(stop.thread());
        } else {
            stack.stoppedOnPurpose(stop.thread());
            tell(stop.thread(), StoppedEventArgumentsReason.PAUSE, "Stopped: " + stop.reason(), null);
        }
    }

    void signal(Stop.Signalled stop) {
        String text = stop.signal() + ": " + stop.meaning();
        exception(stop.thread(), "Signal " + stop.signal(), text, stop.signal(), stop.meaning());
    }

    /** A signal has ended the program: no stop any more, and so told in the console. */
    void killed(String signal) {
        events.tell("The program was ended by the signal " + signal + ".");
    }

    /** An exception, at the breakpoint that it hit. */
    void exception(int thread) {
        exception(thread, "Exception", null, null, null);
    }

    private void exception(int thread, String description, String text, String signal, String meaning) {
        StoppedEventArguments event = event(thread, StoppedEventArgumentsReason.EXCEPTION);
        event.setDescription(description);
        event.setText(text);
        stack.stoppedOnPurpose(thread);
        explains(event, signal, meaning);
        events.stopped(event);
    }

    /** The same when GDB says nothing of an exception or signal: tells the stop if the thread has met one, and returns whether it has. */
    boolean caught(int thread) {
        StoppedEventArguments event = event(thread, StoppedEventArgumentsReason.EXCEPTION);
        boolean explained = explains(event, null, null);
        if (explained) {
            stack.stoppedOnPurpose(thread);
            events.stopped(event);
        }
        return explained;
    }

    /** Completes the event with all that is known of the exception or signal; returns whether there is one. */
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

    private void tell(int thread, String reason, String description, String text) {
        StoppedEventArguments event = event(thread, reason);
        event.setDescription(description);
        event.setText(text);
        events.stopped(event);
    }

    private StoppedEventArguments event(int thread, String reason) {
        StoppedEventArguments event = new StoppedEventArguments();
        event.setReason(reason);
        event.setThreadId(thread);
        event.setAllThreadsStopped(!program.isNonStop());
        return event;
    }
}
