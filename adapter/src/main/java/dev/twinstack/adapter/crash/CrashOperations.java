package dev.twinstack.adapter.crash;

import dev.twinstack.adapter.python.Helpers;

/** The helpers' operation on crashes. */
record CrashOperations(Helpers helpers) {
    /** What is known of the crash in a thread, by GDB's number of it. */
    CrashFacts crash(int thread) {
        return helpers.call("crash", new ThreadRef(thread), CrashFacts.class);
    }

    private record ThreadRef(int thread) {}
}
