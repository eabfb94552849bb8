package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;

/** The one-time stop before the program's first code ({@code stopOnEntry}). A Python program goes on from there to its first line. */
public final class EntryBreakpoint {
    private final StepOperations operations;
    private String number = "";
    private boolean beforePython;
    private boolean standing;
    private boolean forTheUser;

    public EntryBreakpoint(Helpers helpers, ProgramState program) {
        operations = new StepOperations(helpers);
        program.onResume(() -> standing = false);
    }

    /** {@code isPython}: whether the program begins with Python code; {@code stop}: whether the user is to see the stop. */
    public void set(boolean isPython, boolean stop) {
        forTheUser = stop;
        number = operations.entryBreakpoint(isPython, !stop);
        beforePython = isPython;
    }

    /** The program is not to stop there any more. */
    public void remove() {
        operations.removeEntryBreakpoint();
        number = "";
        forTheUser = false;
        beforePython = false;
        standing = false;
    }

    /** Whether the stop is meant for the user. */
    public boolean isForTheUser() {
        return forTheUser;
    }

    /** Whether GDB's breakpoint of that number is this one. */
    public boolean isHit(String gdbNumber) {
        return number.equals(gdbNumber);
    }

    /** The program stands there. */
    public void reached() {
        standing = true;
    }

    /** Whether the program stands in CPython, about to run the first line of Python, where a native step makes no sense. */
    boolean isBeforePython() {
        return standing && beforePython;
    }
}
