package dev.twinstack.adapter.crash;

import java.util.List;
import java.util.Map;

/**
 * The facts of a crash for which DAP has no word. Each may be absent; {@code problems} says why, in whole sentences.
 *
 * @param resent whether the newest frames are of a signal's handler that has only passed on what it was called for
 * @param mapping the memory that the signal's address is in; {@code unmapped} says that it is in none
 * @param instruction what the thread was about to execute
 * @param test the test that pytest is running, as it names it
 * @param environment of the program that left a core file
 * @param pending the Python exception that is set in the thread; {@code handled} the one that it is handling
 */
public record CrashFacts(
        Signal signal,
        boolean resent,
        Mapping mapping,
        boolean unmapped,
        String instruction,
        Raised pending,
        Raised handled,
        Gil gil,
        List<Lock> locks,
        String test,
        Map<String, String> environment,
        List<Cause> causes,
        Versions versions,
        List<Library> libraries,
        List<String> problems) {
    public CrashFacts {
        locks = Absent.empty(locks);
        causes = Absent.empty(causes);
        libraries = Absent.empty(libraries);
        problems = Absent.empty(problems);
    }

    /** Nothing is known, for these reasons. */
    public static CrashFacts none(List<String> problems) {
        return new CrashFacts(
                null, false, null, false, null, null, null, null, null, null, null, null, null, null, problems);
    }

    /** The signal that the thread got: its name, its meaning, the kernel's word for its cause ({@code SEGV_MAPERR}), the address that it is about, and a text that says who sent it. */
    public record Signal(String name, String meaning, String code, String address, String sender) {}

    /** Addresses are in hexadecimal, permissions as {@code r-xp} in {@code /proc/PID/maps}; {@code file} is null for memory of no file. */
    public record Mapping(String start, String end, String permissions, String file) {}

    /** An exception, by its type's name and what it says of itself, which may be null. */
    public record Raised(String type, String message) {}

    /** Who holds the GIL and who waits for it, by GDB's numbers of the threads; {@code holder} is null where nobody does. */
    public record Gil(Integer holder, List<Integer> waiting) {
        public Gil {
            waiting = Absent.empty(waiting);
        }
    }

    /** A lock that a thread waits for; {@code owner} is the number of the thread that holds it, null where nobody knows. */
    public record Lock(int thread, String kind, String address, Integer owner) {}

    /** A likely cause: the rule that found it, what it says in one sentence, and the facts that it rests on. */
    public record Cause(String rule, String says, List<String> evidence) {
        public Cause {
            evidence = Absent.empty(evidence);
        }
    }

    /** Of Python, GDB and the kernel; null for each that is not known. */
    public record Versions(String python, String gdb, String kernel) {}

    /** What is known of a library besides DAP's module; the build-id in hexadecimal, or null. */
    public record Library(String path, String buildId, boolean hasSymbols) {}
}
