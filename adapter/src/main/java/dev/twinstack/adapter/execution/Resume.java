package dev.twinstack.adapter.execution;

import dev.twinstack.mi.MiCommand;

/** How the program, or a thread of it, was made to run last. */
record Resume(MiCommand command, boolean isStep, boolean isBackwards) {
    /** Also stands for a command that was typed in the debug console, whatever it is. */
    static final Resume CONTINUE = new Resume(MiCommand.of("-exec-continue"), false, false);

    /** A step whose end Python sees, not GDB. */
    static final Resume PYTHON_STEP = new Resume(CONTINUE.command(), true, false);

    /** In non-stop mode: every thread that stands. */
    static final Resume CONTINUE_ALL = new Resume(MiCommand.of("-exec-continue").option("--all"), false, false);

    static final Resume CONTINUE_BACKWARDS =
            new Resume(MiCommand.of("-exec-continue").option("--reverse"), false, true);

    /** In non-stop mode: that thread alone. */
    static Resume continuing(int thread) {
        return new Resume(MiCommand.of("-exec-continue").option("--thread", Integer.toString(thread)), false, false);
    }
}
