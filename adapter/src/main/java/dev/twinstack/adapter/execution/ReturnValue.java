package dev.twinstack.adapter.execution;

import java.util.Optional;

/** What the function returned that a step out, or {@code finish} in the debug console, has left; known until the program runs on. */
public final class ReturnValue {
    private final Execution execution;
    private int thread;
    private String variable;
    /** That of a step which goes on, out of CPython's machinery. */
    private String carried;

    public ReturnValue(Execution execution) {
        this.execution = execution;
        execution.onResume(() -> variable = null);
    }

    /** GDB's variable that holds it, such as {@code $1}; empty for any other thread, and where nothing has returned. */
    public Optional<String> in(int thatThread) {
        return thread == thatThread ? Optional.ofNullable(variable) : Optional.empty();
    }

    /** A step has ended; {@code found} is GDB's variable (MI: {@code gdb-result-var}), or null when no function with a known type returned. */
    void returned(int inThread, String found) {
        thread = inThread;
        variable = carried != null && execution.isStepping() ? carried : found;
    }

    /** The step goes on, and yet the function has returned. */
    void carry() {
        carried = variable;
    }

    /** A step begins. */
    void forget() {
        carried = null;
    }
}
