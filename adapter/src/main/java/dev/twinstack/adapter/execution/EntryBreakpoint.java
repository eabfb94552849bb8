package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;

/** The one-time stop before the program's first code ({@code stopOnEntry}). A Python program goes on from there to its first line. */
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

    /** {@code file}: {@code co_filename} of the Python code that the program begins with, or null for a native program; {@code stop}: whether the user is to see the stop. */
    public void set(String file, boolean stop) {
        forTheUser = stop;
        number = operations.entryBreakpoint(file, !stop);
        beforePython = file != null;
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
    public boolean isBeforePython() {
        return standing && beforePython;
    }
}
