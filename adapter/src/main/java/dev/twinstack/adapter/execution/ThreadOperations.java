package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.python.Question;
import java.util.List;

/** The helpers' operations on threads. */
record ThreadOperations(Helpers helpers) {
    private static final Question<ThreadsAnswer> THREADS =
            new Question<>("threads", new Helpers.Nothing(), ThreadsAnswer.class);

    /** All threads, with the name that Python's {@code threading} gives them where it does, and how they stand to the GIL. */
    ThreadsAnswer threads() {
        return helpers.answer(THREADS);
    }

    /** Has GDB begin on what {@link #threads} will ask for next. */
    void expectThreads() {
        helpers.expect(THREADS);
    }

    /** {@code reason} tells why no thread is known to be Python's, or is null. */
    record ThreadsAnswer(List<ThreadInfo> threads, String reason) {}

    /**
     * One thread.
     *
     * @param id GDB's global number
     * @param lwp the kernel's number
     * @param name or null
     * @param gil how it stands to the GIL; null, as {@code interpreter}, unless it is a thread of Python's that stands
     */
    record ThreadInfo(int id, int lwp, String name, String gil, Integer interpreter, boolean running) {}
}
