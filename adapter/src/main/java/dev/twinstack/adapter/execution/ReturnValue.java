package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.client.ByThread;
import dev.twinstack.adapter.program.ProgramState;
import java.util.Optional;

/** What the function returned that a step out, or {@code finish} in the debug console, has left; known until its thread runs on. */
public final class ReturnValue {
    private final Execution execution;
    private final ProgramState program;
    private final ByThread<String> variables = new ByThread<>();
    /** Those of steps which go on, out of CPython's machinery. */
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
    void returned(int thread, String found) {
        variables.put(thread, execution.isStepping(thread) ? carried.of(thread).orElse(found) : found);
    }

    /** A step has left a function of Python's, which has returned the object at an address; null where none has. */
    void inPython(int thread, String address) {
        variables.put(thread, address);
    }

    /** The step goes on, and yet the function has returned. */
    void carry(int thread) {
        carried.put(thread, variables.of(thread).orElse(null));
    }

    /** A step begins. */
    void forget(int thread) {
        carried.forget(thread);
    }
}
