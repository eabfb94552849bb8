package dev.twinstack.adapter.process;

import java.util.List;

/** Ends a process that the adapter has started for the user: a shell, a tool that may be a script. */
public final class ProcessEnd {
    private ProcessEnd() {}

    /** Kills the process and what it has started, except what has detached itself. Its pipes stay open for their readers. */
    public static void of(ProcessHandle process) {
        List<ProcessHandle> started = process.descendants().toList(); // no one's any more when it has ended
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
