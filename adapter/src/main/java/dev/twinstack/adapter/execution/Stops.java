package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.breakpoints.EntryBreakpoint;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.mi.MiValue;
import java.util.Set;
import java.util.function.IntConsumer;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;

/** GDB's stops (GDB manual, "GDB/MI Async Records") as DAP's {@code stopped} event, or as the program's end. */
public final class Stops {
    private static final Set<String> INTERRUPTS = Set.of("SIGSTOP", "SIGINT", "0");
    private static final int OCTAL = 8;

    private final Execution execution;
    private final Steps steps;
    private final EntryBreakpoint entry;
    private final Events events;
    private final IntConsumer onExit;

    /** {@code onExit} gets the exit status when the program has ended, 128 + N when signal N killed it. */
    public Stops(Execution execution, Steps steps, EntryBreakpoint entry, Events events, IntConsumer onExit) {
        this.execution = execution;
        this.steps = steps;
        this.entry = entry;
        this.events = events;
        this.onExit = onExit;
    }

    /** Takes a {@code *stopped} record. */
    public void stopped(MiValue.Tuple record) {
        String reason = record.findText("reason").orElse("");
        switch (reason) {
            case "exited-normally" -> exited(0);
            case "exited" -> exited(Integer.parseInt(record.text("exit-code"), OCTAL));
            case "exited-signalled" -> exited(Signals.exitStatus(record.text("signal-name")));
            default -> halted(reason, record);
        }
    }

    private void exited(int status) {
        execution.ended();
        onExit.accept(status);
    }

    private void halted(String reason, MiValue.Tuple record) {
        int thread = record.findInteger("thread-id").orElse(1);
        if (execution.stopped(thread)) {
            return;
        }
        boolean pausing = execution.takePause();
        switch (reason) {
            case "breakpoint-hit" -> hit(thread, record.text("bkptno"));
            case "end-stepping-range", "function-finished", "location-reached" -> stepped(thread);
            case "signal-received" -> signalled(thread, pausing, record);
            default -> haltedOtherwise(thread, reason);
        }
    }

    /** GDB 13 reports some ends of {@code -exec-finish} without a reason. */
    private void haltedOtherwise(int thread, String reason) {
        if (reason.isEmpty() && execution.isStepping()) {
            stepped(thread);
        } else {
            tell(thread, StoppedEventArgumentsReason.PAUSE, reason.isEmpty() ? null : "Stopped: " + reason, null);
        }
    }

    private void stepped(int thread) {
        if (!steps.leaveMachinery(thread)) {
            tell(thread, StoppedEventArgumentsReason.STEP, null, null);
        }
    }

    private void signalled(int thread, boolean pausing, MiValue.Tuple record) {
        String signal = record.text("signal-name");
        if (pausing && INTERRUPTS.contains(signal)) {
            tell(thread, StoppedEventArgumentsReason.PAUSE, null, null);
        } else {
            String meaning = record.findText("signal-meaning").orElse("");
            tell(thread, StoppedEventArgumentsReason.EXCEPTION, "Signal " + signal, signal + ": " + meaning);
        }
    }

    private void hit(int thread, String number) {
        if (entry.is(number)) {
            tell(thread, StoppedEventArgumentsReason.ENTRY, null, null);
        } else {
            StoppedEventArguments event = event(thread, StoppedEventArgumentsReason.BREAKPOINT);
            event.setHitBreakpointIds(new Integer[] {Integer.valueOf(number)});
            events.stopped(event);
        }
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
