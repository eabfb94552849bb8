package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.execution.ThreadOperations.ThreadInfo;
import java.util.Map;

/**
 * One thread of the program, as the custom request {@code twinstack.threads} tells it.
 *
 * @param id DAP: threadId
 * @param name what Python's {@code threading} calls it, else its name in the operating system
 * @param osId the kernel's number of the thread
 * @param gil {@code holds}, {@code waits} or {@code released}; in a free-threaded Python {@code attached}, {@code detached} or
 *     {@code suspended}; where it cannot be read {@code GIL unknown:} and why; null for a thread without a Python thread
 *     state, and while the program runs
 * @param interpreter number of the sub-interpreter whose GIL that is; null for the main one
 * @param python whether the thread has a Python thread state
 */
public record ThreadRow(int id, String name, int osId, String gil, Integer interpreter, boolean python) {
    private static final Map<String, String> SHOWN =
            Map.of("holds", "holds the GIL", "waits", "waits for the GIL", "released", "without the GIL");

    /** The row of a thread. GDB tells nothing about a thread that runs beside others that stand: of that, what was {@code known} before, or null, is kept. */
    static ThreadRow of(ThreadInfo told, ThreadRow known) {
        if (told.running() && known != null) {
            return known.running();
        }
        return of(told);
    }

    private static ThreadRow of(ThreadInfo told) {
        String name = told.name() == null ? "Thread " + told.id() : told.name();
        return new ThreadRow(told.id(), name, told.lwp(), told.gil(), told.interpreter(), told.gil() != null);
    }

    /** The same thread while the program runs and nobody knows what it does. */
    ThreadRow running() {
        return new ThreadRow(id, name, osId, null, null, python);
    }

    /** DAP: Thread.name, such as {@code worker (waits for the GIL)}; with the kernel's number where others have the same name. */
    String label(boolean isUnique) {
        String told = isUnique || osId == 0 ? name : name + " [" + osId + "]";
        return gil == null ? told : told + " (" + standing() + ")";
    }

    private String standing() {
        String within = interpreter == null ? "" : ", interpreter " + interpreter;
        return SHOWN.getOrDefault(gil, gil) + within;
    }
}
