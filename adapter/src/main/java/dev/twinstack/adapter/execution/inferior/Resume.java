package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.mi.MiCommand;

/** How the program, or a thread of it, was made to run last. */
record Resume(MiCommand command, boolean isStep, boolean isBackwards) {
    /** Also stands for a command that was typed in the debug console, whatever it is. */
    static final Resume CONTINUE = by(MiCommand.of("-exec-continue"));

    /** A step whose end Python sees, not GDB. */
    static final Resume PYTHON_STEP = new Resume(CONTINUE.command(), true, false);

    /** In non-stop mode: every thread that stands. */
    static final Resume CONTINUE_ALL = by(MiCommand.of("-exec-continue").option("--all"));

    static final Resume CONTINUE_BACKWARDS =
            new Resume(MiCommand.of("-exec-continue").option("--reverse"), false, true);

    /** By a command that is no step. */
    static Resume by(MiCommand command) {
        return new Resume(command, false, false);
    }

    /** By a step that GDB ends. */
    static Resume step(MiCommand command) {
        return new Resume(command, true, false);
    }

    /** By the same step, back along a recording. */
    static Resume stepBack(MiCommand command) {
        return new Resume(command.option("--reverse"), true, true);
    }

    /** In non-stop mode: that thread alone. */
    static Resume continuing(int thread) {
        return by(MiCommand.of("-exec-continue").option("--thread", Integer.toString(thread)));
    }
}
