package dev.twinstack.adapter.crash;

import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;

/** The custom request {@code twinstack.crash}. */
public final class CrashRequests {
    private final CrashOperations operations;
    private final ProgramState program;

    public CrashRequests(Helpers helpers, ProgramState program) {
        this.operations = new CrashOperations(helpers);
        this.program = program;
    }

    /** {@code threadId}: the thread that crashed or, if none has, one of interest. */
    public record Arguments(int threadId) {}

    /** What is known of the crash in a thread of a program that stands. */
    public CrashFacts crash(Arguments arguments) {
        program.requireStopped(arguments.threadId());
        return operations.crash(arguments.threadId());
    }
}
