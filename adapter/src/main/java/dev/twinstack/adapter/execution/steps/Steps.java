package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Recording;
import dev.twinstack.adapter.execution.inferior.Stop;
import dev.twinstack.adapter.program.ByThread;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.HelperFrame;
import dev.twinstack.adapter.stack.MergedStack;
import dev.twinstack.mi.MiCommand;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.SteppingGranularity;

/**
 * Steps. A step in a Python frame is Python's own, a step in a native frame is GDB's. One that returns from an extension into the machinery of CPython that
 * called it does not end there: the program runs on until it stands in the next frame that means something to the user. A step that begins in CPython's own code may end there.
 */
public final class Steps {
    private static final String AT_WORK =
            "This thread has not come back yet from what it was to do for the debugger; let it run on, and step then.";

    private static final String NO_PYTHON_STEP =
            "Python has not begun to run the program yet: set a breakpoint on a line of it and continue.";

    private static final String OVER = "-exec-next";
    private static final String INTO = "-exec-step";

    private final StepOperations operations;
    private final Execution execution;
    private final ProgramState program;
    private final MergedStack stack;
    private final ReturnValue returnValue;
    private final Recording recording;
    private final PythonSteps python;
    private final EntryBreakpoint entry;
    private final StepBeginnings beginnings;
    /** The breakpoint, by GDB's number, at which a thread's step into a chosen call ends. */
    private final ByThread<String> targets = new ByThread<>();
    /** GDB's command for a thread's step by lines. */
    private final ByThread<String> lines = new ByThread<>();
    /** The thread in which a step of GDB's has ended, until the program runs on; else 0. */
    private int ended;
    /** Whether the client has asked for that step. */
    private boolean isAsked;
    /** Whether the program was paused, and stands where it happened to be, until it runs on. */
    private boolean isPaused;

    public Steps(
            Helpers helpers,
            Execution execution,
            MergedStack stack,
            ReturnValue returnValue,
            PythonSteps python,
            EntryBreakpoint entry) {
        this.operations = new StepOperations(helpers);
        this.execution = execution;
        this.program = execution.program();
        this.stack = stack;
        this.returnValue = returnValue;
        this.recording = execution.recording();
        this.python = python;
        this.entry = entry;
        this.beginnings = new StepBeginnings(stack, returnValue);
        program.onResume(() -> {
            ended = 0;
            isPaused = false;
        });
    }

    public void declare(Capabilities capabilities) {
        capabilities.setSupportsSteppingGranularity(true);
    }

    /** {@code granularity}: to GDB a statement is a line; null is a statement, too. */
    public void next(int thread, SteppingGranularity granularity) {
        step("next", OVER, thread, granularity);
    }

    public void stepIn(int thread, SteppingGranularity granularity) {
        step("stepIn", INTO, thread, granularity);
    }

    /** Steps into a call of the line, over those before it; if that call is not made after all, to the next line. */
    public void stepInto(int thread, Call call) {
        if (call instanceof Call.Native called) {
            MiCommand next = forwards(OVER, thread, near(thread));
            lines.put(thread, OVER);
            targets.put(thread, operations.stepInto(thread, called));
            execution.step(thread, next);
        } else if (call instanceof Call.Python called) {
            beginnings.inPython(thread);
            python.stepInto(thread, called);
        }
    }

    /** A step of GDB's has ended in that thread. */
    public void ended(int thread) {
        ended = thread;
        isAsked = execution.isStepping(thread);
    }

    /** Whether a step that the client has asked for has ended where a C function has just returned to the newest Python frame of that thread. */
    public boolean hasReturnedToPython(int thread) {
        return isAsked
                && hasReturned(thread)
                && stack.newest(thread, 1).stream().anyMatch(HelperFrame::isPython);
    }

    private boolean hasReturned(int thread) {
        return ended == thread && !python.stands();
    }

    /** Python has stopped the program. */
    public void stoppedInPython(Stop.InPython stop) {
        python.stopped(stop);
    }

    /** Lets a thread of a Python program that stands before its first code run to its first line; returns whether it does, and the entry is told there. */
    public boolean toFirstLine(int thread) {
        return entry.isBeforePython() && !recording.isOn() && python.stepToFirstLine(thread);
    }

    /** The program was paused. */
    public void paused() {
        isPaused = true;
    }

    /** Whether GDB's breakpoint of that number is where the step of that thread was to end. */
    public boolean isTarget(int thread, String number) {
        return targets.of(thread).filter(number::equals).isPresent();
    }

    /**
     * Steps back along the recording. A step that began in CPython's machinery, or returns into it, ends there. In code without a function it goes back by one
     * instruction: that leads into the function that has returned there, and no further.
     */
    public void back(int thread, SteppingGranularity granularity) {
        recording.requireBackwards();
        MiCommand step = forThread(backwards(thread, granularity), thread);
        beginnings.unbound(thread);
        lines.forget(thread);
        execution.stepBackwards(thread, step);
    }

    private String backwards(int thread, SteppingGranularity granularity) {
        if (granularity == SteppingGranularity.INSTRUCTION) {
            return "-exec-next-instruction";
        }
        return begin(thread, near(thread)) ? "-exec-next" : "-exec-step-instruction";
    }

    private void step(String kind, String operation, int thread, SteppingGranularity granularity) {
        if (granularity == SteppingGranularity.INSTRUCTION) {
            beginnings.unbound(thread);
            execution.step(thread, forThread(operation + "-instruction", thread));
            return;
        }
        if (python.standsAtLine(thread)) {
            stepInPython(kind, thread);
            return;
        }
        NewestFrames frames = near(thread);
        if (isPaused && stepsFromPause(kind, thread)) {
            return;
        }
        if (frames.isPython() && !entry.isBeforePython()) {
            stepInPython(kind, thread);
        } else {
            MiCommand step = forwards(operation, thread, frames);
            lines.put(thread, operation);
            if (!kind.equals("stepIn") || mayStepInto(thread)) {
                execution.step(thread, step);
            }
        }
    }

    /** Prepares GDB's step into, so that it ends in Python code that it may call, and in no machinery on the way; returns whether GDB is to step at all. */
    private boolean mayStepInto(int thread) {
        if (beginnings.isBelowPython(thread)) {
            if (!python.stepIntoFromC(thread)) {
                return false;
            }
            beginnings.goesInto(thread);
        }
        if (!beginnings.mayEndInCPython(thread)) {
            operations.stepPastMachinery(thread);
        }
        return true;
    }

    /** The newest frames of a thread that is to step. Throws {@link UserError} as {@link #users}. */
    private NewestFrames near(int thread) {
        program.requireResumable(thread);
        return users(NewestFrames.near(stack, thread));
    }

    private NewestFrames far(int thread) {
        program.requireResumable(thread);
        return users(NewestFrames.far(stack, thread));
    }

    /** Throws {@link UserError} when frames of the debugger's own stand above these. */
    private static NewestFrames users(NewestFrames frames) {
        if (frames.areBelowOthers()) {
            throw new UserError(AT_WORK);
        }
        return frames;
    }

    /** After a pause: steps in the Python code that was running, even if it was in functions of CPython or of the system; returns whether there is any. */
    private boolean stepsFromPause(String kind, int thread) {
        if (entry.isBeforePython() || !NewestFrames.far(stack, thread).havePython()) {
            return false;
        }
        beginnings.inPython(thread);
        return python.stepFromPause(thread, kind);
    }

    private void stepInPython(String kind, int thread) {
        program.requireResumable(thread);
        beginnings.inPython(thread);
        python.step(thread, kind, hasReturned(thread));
    }

    /** The command for a step. In code without a function it goes to the caller or, if there is none, by one instruction. */
    private MiCommand forwards(String operation, int thread, NewestFrames frames) {
        if (begin(thread, frames)) {
            return forThread(operation, thread);
        }
        return frames.isOldest() ? forThread(operation + "-instruction", thread) : finish(thread, 0);
    }

    /** Steps out to the next frame that means something to the user. Out of the oldest frame, which GDB cannot finish, the program just runs on. */
    public void stepOut(int thread) {
        program.requireResumable(thread);
        if (python.standsAtLine(thread)) {
            stepInPython("stepOut", thread);
            return;
        }
        if (isPaused && stepsFromPause("stepOut", thread)) {
            return;
        }
        NewestFrames frames = far(thread);
        Optional<HelperFrame> caller = frames.caller();
        if (frames.isPython()
                && (python.stands() || caller.filter(frame -> !frame.isPython()).isEmpty())) {
            stepInPython("stepOut", thread);
            return;
        }
        beginnings.out(thread, frames);
        execution.step(
                thread,
                frames.isOldest()
                        ? forThread("-exec-continue", thread)
                        : finish(thread, frames.isUsers() ? 0 : frames.called().orElse(0)));
    }

    /** A step has ended in {@code thread}: lets it go on if its line goes on, or if it has returned into CPython's machinery; returns whether it does. */
    public boolean goOn(int thread) {
        return finishLine(thread) || leaveMachinery(thread);
    }

    /** What Cython has made of a line may claim to be of others, where GDB ends a step. */
    private boolean finishLine(int thread) {
        Optional<String> operation = lines.of(thread).filter(each -> beginnings.isInItsLine(thread));
        operation.ifPresent(each -> {
            if (!each.equals(INTO) || mayStepInto(thread)) {
                execution.step(thread, forThread(each, thread));
            }
        });
        return operation.isPresent();
    }

    private boolean leaveMachinery(int thread) {
        if (beginnings.mayEndInCPython(thread)) {
            stack.stoppedOnPurpose(thread);
        }
        Optional<NewestFrames> machinery = beginnings.inMachinery(thread);
        if (machinery.isEmpty()) {
            return false;
        }
        returnValue.carry(thread);
        OptionalInt called = machinery.get().called();
        if (called.isPresent() && beginnings.isInto(thread)) {
            operations.stepOn(thread);
        }
        called.ifPresent(level -> execution.step(thread, finish(thread, level)));
        return called.isPresent();
    }

    /**
     * Remembers where the step begins, and refuses one in a Python frame. Returns whether the newest frame has a function: GDB steps by
     * lines or functions alone, and refuses both in code that has neither (libc without symbols, where {@code main} returns to).
     */
    private boolean begin(int thread, NewestFrames frames) {
        if (frames.isPython() || entry.isBeforePython()) {
            throw new UserError(NO_PYTHON_STEP);
        }
        beginnings.within(thread, frames);
        return frames.haveFunction();
    }

    private static MiCommand finish(int thread, int level) {
        return forThread("-exec-finish", thread).option("--frame", Integer.toString(level));
    }

    private static MiCommand forThread(String operation, int thread) {
        return MiCommand.of(operation).option("--thread", Integer.toString(thread));
    }
}
