package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;

/** The one-time stop before the program's first code, from where Python goes on to its first line ({@code stopOnEntry}). */
public final class EntryBreakpoint {
    private final ExecutionOperations operations;
    private String number = "";
    private boolean beforePython;
    private boolean standing;
    private boolean forTheUser;

    public EntryBreakpoint(Helpers helpers, ProgramState program) {
        operations = new ExecutionOperations(helpers);
        program.onResume(() -> standing = false);
    }

    /** {@code isPython}: the program begins with Python code; {@code stop}: the user is to see it. */
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

    /** Whether the program stands in CPython, about to run the first line of Python: nothing that a native step could step over. */
    public boolean isBeforePython() {
        return standing && beforePython;
    }
}
