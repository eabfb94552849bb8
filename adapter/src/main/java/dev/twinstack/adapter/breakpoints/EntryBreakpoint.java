package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.session.Gdb;

/** The one-time stop before the program's first code ({@code stopOnEntry}). */
public final class EntryBreakpoint {
    private final Gdb gdb;
    private String number = "";

    public EntryBreakpoint(Gdb gdb) {
        this.gdb = gdb;
    }

    /** {@code file}: {@code co_filename} of the Python code that the program begins with, or null for a native program. */
    public void set(String file) {
        number = gdb.helpers().entryBreakpoint(file);
    }

    /** Whether GDB's breakpoint of that number is this one. */
    public boolean is(String gdbNumber) {
        return number.equals(gdbNumber);
    }
}
