package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.execution.errands.PythonStops;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Pauses;
import dev.twinstack.adapter.execution.inferior.Recording;
import dev.twinstack.adapter.execution.inferior.Stop;
import dev.twinstack.adapter.execution.inferior.StopSignal;
import dev.twinstack.adapter.execution.steps.EntryBreakpoint;
import dev.twinstack.adapter.execution.steps.ReturnValue;
import dev.twinstack.adapter.execution.steps.Steps;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.HelperEvent;
import dev.twinstack.mi.MiErrorException;
import dev.twinstack.mi.MiValue;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from each of GDB's stops: the client is told, the program runs on, or it has ended. A stop is always told, whatever fails on the way. */
public final class Stops {
    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

    /** GDB's name for no signal: it has stopped the program itself. */
    private static final String NO_SIGNAL = "0";

    private final Execution execution;
    private final ProgramState program;
    private final Pauses pauses;
    private final Steps steps;
    private final ReturnValue returnValue;
    private final Recording recording;
    private final PythonStops python;
    private final EntryBreakpoint entry;
    private final HitBreakpoints breakpoints;
    private final StoppedEvents stoppedEvents;
    private final IntConsumer onExit;
    private Runnable onEntry = () -> {};

    /** {@code onExit} gets the exit status when the program has ended. */
    public Stops(
            Execution execution,
            Steps steps,
            ReturnValue returnValue,
            PythonStops python,
            EntryBreakpoint entry,
            HitBreakpoints breakpoints,
            StoppedEvents stoppedEvents,
            IntConsumer onExit) {
        this.execution = execution;
        this.program = execution.program();
        this.pauses = execution.pauses();
        this.steps = steps;
        this.returnValue = returnValue;
        this.recording = execution.recording();
        this.python = python;
        this.entry = entry;
        this.breakpoints = breakpoints;
        this.stoppedEvents = stoppedEvents;
        this.onExit = onExit;
    }

    /** Sets what is done while the program stands before its first code. */
    public void onEntry(Runnable action) {
        onEntry = action;
    }

    /** The helpers tell of a stop of Python's, which GDB tells next. */
    public void foretold(HelperEvent stop) {
        python.foretell(stop.as(Stop.InPython.class));
    }

    /** Takes a {@code *stopped} record. */
    public void stopped(MiValue.Tuple record) {
        execution.untoldStops().told();
        if (execution.isOfAnother()) {
            return;
        }
        Stop told = Stop.of(record);
        if (!(told instanceof Stop.Exited) && execution.termination().isDying()) {
            execution.termination().runToItsEnd();
        } else if (!isOfAnUndoneCall(told, record)) {
            stopped(python.explained(told));
        }
        breakpoints.forgetHits();
    }

    /** Whether a function that the user has called got a signal, and GDB has undone the call: it tells of that stop all the same, but the program had not run on and stands elsewhere by now. */
    private boolean isOfAnUndoneCall(Stop stop, MiValue.Tuple record) {
        return stop instanceof Stop.Signalled signalled
                && signalled.isTheProgramsOwn()
                && program.isStopped()
                && !execution
                        .inferior()
                        .standsAt(signalled.thread(), record.tuple("frame").text("addr"));
    }

    private void stopped(Stop stop) {
        if (stop instanceof Stop.Exited exited) {
            ended(exited);
        } else if (stop instanceof Stop.Unseen unseen) {
            unseen(unseen);
        } else if (isNews(stop)) {
            told(stop);
        }
    }

    private void told(Stop stop) {
        if (stop instanceof Stop.InPython line) {
            inPython(line);
        } else if (stop instanceof Stop.BreakpointHit hit) {
            hit(hit);
        } else if (stop instanceof Stop.StepEnded end) {
            stepped(end.thread(), end.result());
        } else if (stop instanceof Stop.Watched watched) {
            watched(watched);
        } else if (stop instanceof Stop.Signalled signalled) {
            signalled(signalled);
        } else if (stop instanceof Stop.Unexplained unexplained) {
            unexplained(unexplained);
        }
    }

    private void ended(Stop.Exited exited) {
        if (!execution.ended()) {
            if (exited.signal() != null) {
                stoppedEvents.killed(exited.signal());
            }
            onExit.accept(exited.status());
        }
    }

    /** Whether somebody is to be told: no action of the debugger's own has waited for the stop. */
    private boolean isNews(Stop stop) {
        String signal = stop instanceof Stop.Signalled signalled ? signalled.signal() : "";
        return !execution.stopped(stop.thread(), signal);
    }

    private void hit(Stop.BreakpointHit hit) {
        if (steps.isTarget(hit.thread(), hit.number())) {
            stepped(hit.thread(), null);
            return;
        }
        OptionalInt paused = pauses.answer(hit.thread());
        if (breakpoints.together(hit.number()).stream().anyMatch(entry::isHit)) {
            entry.reached();
            entered(hit, paused);
        } else if (breakpoints.isForExceptions(hit.number())) {
            stoppedEvents.exception(hit.thread());
        } else {
            stoppedEvents.breakpoint(hit);
        }
    }

    /** A data breakpoint. One on a variable of Python stops somewhere in CPython's code, where a step in Python begins as after a pause. */
    private void watched(Stop.Watched watched) {
        pauses.answer(watched.thread());
        if (breakpoints.change(watched.number()).isPresent()) {
            steps.paused();
        }
        stoppedEvents.dataBreakpoint(watched);
    }

    private void unseen(Stop.Unseen stop) {
        if (stop.runsOn()) {
            try {
                execution.unseenStops().runOn();
            } catch (MiErrorException refused) {
                stands(stop.thread());
            }
        }
    }

    /** GDB has refused to let the program run on: tells the stop, if the program stands. If it runs already, or has ended, GDB's records of that follow. */
    private void stands(int thread) {
        Stop.Unexplained stop = new Stop.Unexplained(thread, "");
        if (execution.inferior().stands() && isNews(stop)) {
            pauses.answer(thread);
            stoppedEvents.unexplained(stop);
        }
    }

    private void inPython(Stop.InPython stop) {
        steps.stoppedInPython(stop);
        returnValue.inPython(stop.thread(), stop.returned());
        pauses.answer(stop.thread());
        stoppedEvents.inPython(stop);
    }

    private void entered(Stop.BreakpointHit hit, OptionalInt paused) {
        recording.begin();
        onEntry.run();
        if (entry.isForTheUser()) {
            atEntry(hit.thread());
        } else if (breakpoints.hitIds(hit.number()) != null) {
            stoppedEvents.breakpoint(hit);
        } else if (paused.isPresent()) {
            paused(paused.getAsInt());
        } else {
            execution.runOn();
        }
    }

    /** Tells the entry; a Python program first runs on to its first line, if it can stop there. */
    private void atEntry(int thread) {
        if (!steps.toFirstLine(thread)) {
            stoppedEvents.entry(thread);
        }
    }

    /** A step has ended; only one that the client has asked for goes on. */
    private void stepped(int thread, String result) {
        returnValue.returned(thread, result);
        if (!execution.isStepping(thread) || !goesOn(thread)) {
            pauses.answer(thread);
            steps.ended(thread);
            stoppedEvents.step(thread);
        }
    }

    private boolean goesOn(int thread) {
        try {
            return steps.goOn(thread);
        } catch (RuntimeException failed) {
            LOG.warn("A step ends where it is, because it cannot be seen where it should", failed);
            return false;
        }
    }

    private void paused(int thread) {
        pauses.told(thread);
        steps.paused();
        stoppedEvents.pause(thread);
    }

    private void signalled(Stop.Signalled stop) {
        OptionalInt paused = pauses.answer(stop.thread());
        if (isPause(stop.signal()) && paused.isPresent()) {
            paused(paused.getAsInt());
        } else if (stop.signal().equals(NO_SIGNAL) && program.isNonStop()) {
            stoppedEvents.pause(stop.thread()); // interrupted in the debug console
        } else if (stop.signal().equals(NO_SIGNAL)) {
            stoppedEvents.recordingStopped(stop.thread(), recording.takeComplaint());
        } else if (stop.signal().equals("SIGINT") && execution.termination().isAsked()) {
            // the command in GDB that waited for the program was interrupted, and the program with it
            execution.termination().runToItsEnd();
        } else {
            stoppedEvents.signal(stop);
        }
    }

    /** Whether a signal is one by which a pause ends: SIGSTOP or, in non-stop mode, in a recording and with some stubs, SIGINT or none. */
    private boolean isPause(String signal) {
        return StopSignal.stops(signal)
                || program.isNonStop() && signal.equals(NO_SIGNAL)
                || recording.isOn() && signal.equals("SIGINT")
                || execution.inferior().isRemote() && (signal.equals("SIGINT") || signal.equals(NO_SIGNAL));
    }

    /**
     * GDB gives no reason when {@code -exec-finish} returns from a function without debug information (seen in GDB 13.1), nor for a signal
     * that is caught where the condition of its filter holds.
     */
    private void unexplained(Stop.Unexplained stop) {
        boolean silent = stop.reason().isEmpty();
        if (silent && stoppedEvents.caught(stop.thread())) {
            pauses.answer(stop.thread());
        } else if (recording.takeEnd()) {
            pauses.answer(stop.thread());
            stoppedEvents.endOfRecording(stop.thread());
        } else if (silent && execution.isStepping(stop.thread())) {
            stepped(stop.thread(), null);
        } else {
            pauses.answer(stop.thread());
            stoppedEvents.unexplained(stop);
        }
    }
}
