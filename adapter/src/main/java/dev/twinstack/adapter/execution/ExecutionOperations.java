package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.python.Helpers;
import java.util.List;

/** The helpers' operations on the process and its threads. */
record ExecutionOperations(Helpers helpers) {
    /** All threads, with the name that Python's {@code threading} gives them where it does, and how they stand to the GIL. */
    ThreadsAnswer threads() {
        return helpers.call("threads", new Helpers.Nothing(), ThreadsAnswer.class);
    }

    /** {@code reason} tells why no thread is known to be Python's, or is null. */
    record ThreadsAnswer(List<ThreadInfo> threads, String reason) {}

    /** One thread: GDB's global number, the kernel's, a name or null; the last two are there for threads of Python alone. */
    record ThreadInfo(int id, int lwp, String name, String gil, Integer interpreter) {}

    /** Sends SIGSTOP to the program; false when it stands already and nothing is sent. */
    boolean interrupt() {
        return helpers.call("interrupt", new Helpers.Nothing(), Interrupted.class)
                .sent();
    }

    private record Interrupted(boolean sent) {}
}
