package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Recording;
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
    /** How many frames are looked at to find a caller beyond machinery; CPython 3.8 to 3.13 puts at most a dozen between two frames of the user. */
    private static final int REACH = 60;
    /** Enough frames to see where a step begins: what lies further up does not change during a step. */
    private static final int NEAR = 16;

    private static final String AT_WORK =
            "This thread has not come back yet from what it was to do for the debugger; let it run on, and step then.";

    private static final String NO_PYTHON_STEP =
            "Python has not begun to run the program yet: set a breakpoint on a line of it and continue.";

    private final StepOperations operations;
    private final Execution execution;
    private final ProgramState program;
    private final MergedStack stack;
    private final ReturnValue returnValue;
    private final Recording recording;
    private final PythonSteps python;
    private final EntryBreakpoint entry;
    private final ByThread<Beginning> beginnings = new ByThread<>();
    /** The breakpoint, by GDB's number, at which a thread's step into a chosen call ends. */
    private final ByThread<String> targets = new ByThread<>();
    /** The thread in which a step of GDB's has ended, until the program runs on; else 0. */
    private int ended;
    /** Whether the program was paused, and stands where it happened to be, until it runs on. */
    private boolean isPaused;

    /**
     * Where a step began.
     *
     * @param depth how many native frames stood above the newest Python frame; 0 when the step may end in machinery
     * @param inCPython whether the step may end in CPython's own code, which is shown then: it began there, or is a step by one instruction
     */
    private record Beginning(int depth, boolean inCPython) {
        static final Beginning UNKNOWN = new Beginning(0, false);
    }

    public Steps(
            Helpers helpers,
            Execution execution,
            MergedStack stack,
            ReturnValue returnValue,
            Recording recording,
            PythonSteps python,
            EntryBreakpoint entry) {
        this.operations = new StepOperations(helpers);
        this.execution = execution;
        this.program = execution.program();
        this.stack = stack;
        this.returnValue = returnValue;
        this.recording = recording;
        this.python = python;
        this.entry = entry;
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
        step("next", "-exec-next", thread, granularity);
    }

    public void stepIn(int thread, SteppingGranularity granularity) {
        step("stepIn", "-exec-step", thread, granularity);
    }

    /** Steps into a call of the line, over those before it; if that call is not made after all, to the next line. */
    public void stepInto(int thread, Call call) {
        if (call instanceof Call.Native called) {
            MiCommand next = forwards("-exec-next", thread, newest(thread, NEAR));
            targets.put(thread, operations.stepInto(thread, called));
            execution.step(thread, next);
        } else if (call instanceof Call.Python called) {
            remember(thread, 0, false);
            python.stepInto(thread, called);
        }
    }

    /** A step of GDB's has ended in that thread. */
    public void ended(int thread) {
        ended = thread;
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
        remember(thread, 0, true);
        execution.stepBackwards(thread, step);
    }

    private String backwards(int thread, SteppingGranularity granularity) {
        if (granularity == SteppingGranularity.INSTRUCTION) {
            return "-exec-next-instruction";
        }
        return begin(thread, newest(thread, NEAR)) ? "-exec-next" : "-exec-step-instruction";
    }

    private void step(String kind, String operation, int thread, SteppingGranularity granularity) {
        if (granularity == SteppingGranularity.INSTRUCTION) {
            remember(thread, 0, true);
            execution.step(thread, forThread(operation + "-instruction", thread));
            return;
        }
        NewestFrames frames = newest(thread, NEAR);
        if (isPaused && stepsFromPause(kind, thread)) {
            return;
        }
        if (frames.isPython() && !entry.isBeforePython()) {
            stepInPython(kind, thread);
        } else {
            MiCommand step = forwards(operation, thread, frames);
            if (!kind.equals("stepIn") || mayStepInto(thread)) {
                execution.step(thread, step);
            }
        }
    }

    /** Prepares GDB's step into, so that it ends in Python code that it may call, and in no machinery on the way; returns whether GDB is to step at all. */
    private boolean mayStepInto(int thread) {
        Beginning beginning = beginnings.of(thread).orElse(Beginning.UNKNOWN);
        if (beginning.depth > 0 && !python.stepIntoFromC(thread)) {
            return false;
        }
        if (!beginning.inCPython) {
            operations.stepPastMachinery(thread);
        }
        return true;
    }

    /** The newest {@code count} frames of a thread that is to step. Throws {@link UserError} when frames of the debugger's own stand above them. */
    private NewestFrames newest(int thread, int count) {
        program.requireResumable(thread);
        NewestFrames frames = new NewestFrames(stack.newest(thread, count));
        if (frames.areBelowOthers()) {
            throw new UserError(AT_WORK);
        }
        return frames;
    }

    /** After a pause: steps in the Python code that was running, even if it was in functions of CPython or of the system; returns whether there is any. */
    private boolean stepsFromPause(String kind, int thread) {
        if (entry.isBeforePython() || stack.newest(thread, REACH).stream().noneMatch(HelperFrame::isPython)) {
            return false;
        }
        remember(thread, 0, false);
        return python.stepFromPause(thread, kind);
    }

    private void stepInPython(String kind, int thread) {
        remember(thread, 0, false);
        python.step(thread, kind, ended == thread && !python.stands());
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
        if (isPaused && stepsFromPause("stepOut", thread)) {
            return;
        }
        NewestFrames frames = newest(thread, REACH);
        Optional<HelperFrame> caller = frames.caller();
        if (frames.isPython()
                && (python.stands() || caller.filter(frame -> !frame.isPython()).isEmpty())) {
            stepInPython("stepOut", thread);
            return;
        }
        boolean leavesUser = frames.isUsers();
        remember(thread, leavesUser ? frames.nativeDepth() : 0, frames.isMachinery());
        execution.step(
                thread,
                frames.isOldest()
                        ? forThread("-exec-continue", thread)
                        : finish(thread, leavesUser ? 0 : frames.called().orElse(0)));
    }

    /** A step has ended in {@code thread}: lets it go on if it has returned into CPython's machinery; returns whether it does. */
    public boolean leaveMachinery(int thread) {
        Beginning beginning = beginnings.of(thread).orElse(Beginning.UNKNOWN);
        if (beginning.inCPython) {
            stack.stoppedOnPurpose(thread);
        }
        if (beginning.depth == 0 || !new NewestFrames(stack.newest(thread, 1)).isMachinery()) {
            return false;
        }
        NewestFrames frames = new NewestFrames(stack.newest(thread, REACH));
        if (frames.nativeDepth() >= beginning.depth) {
            return false;
        }
        OptionalInt called = frames.called();
        returnValue.carry(thread);
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
        remember(thread, frames.canReturnIntoCPython() ? frames.nativeDepth() : 0, frames.isMachinery());
        return frames.haveFunction();
    }

    private void remember(int thread, int depth, boolean mayEndInCPython) {
        beginnings.put(thread, new Beginning(depth, mayEndInCPython));
        returnValue.forget(thread);
    }

    private static MiCommand finish(int thread, int level) {
        return forThread("-exec-finish", thread).option("--frame", Integer.toString(level));
    }

    private static MiCommand forThread(String operation, int thread) {
        return MiCommand.of(operation).option("--thread", Integer.toString(thread));
    }
}
