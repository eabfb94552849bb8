package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.program.ByThread;
import dev.twinstack.adapter.program.ProgramState;
import java.util.Optional;

/** The return value of the function that a step out, or {@code finish} in the debug console, has left; known until the thread runs on. */
public final class ReturnValue {
    private final Execution execution;
    private final ProgramState program;
    private final ByThread<String> variables = new ByThread<>();
    /** The values of steps that have left the function and go on through CPython's machinery. */
    private final ByThread<String> carried = new ByThread<>();

    public ReturnValue(Execution execution) {
        this.execution = execution;
        this.program = execution.program();
        program.onResumeOf(variables::forget);
    }

    /** GDB's variable that holds it, such as {@code $1}; empty for a thread in which nothing has returned. */
    public Optional<String> in(int thread) {
        return variables.of(thread);
    }

    /** A step has ended; {@code found} is GDB's variable (MI: {@code gdb-result-var}), or null when no function with a known type returned. */
    public void returned(int thread, String found) {
        variables.put(thread, execution.isStepping(thread) ? carried.of(thread).orElse(found) : found);
    }

    /** A step has left a function of Python, which has returned the object at that address; null when none has returned. */
    public void inPython(int thread, String address) {
        variables.put(thread, address);
    }

    /** The step goes on, although the function has returned: its value is kept for the step's end. */
    void carry(int thread) {
        carried.put(thread, variables.of(thread).orElse(null));
    }

    /** A step begins. */
    void forget(int thread) {
        carried.forget(thread);
    }
}
