package dev.twinstack.adapter.execution.inferior;

import java.util.Map;

/** Numbers of signals on Linux by the names that GDB uses (signal(7), for x86 and ARM); GDB knows some only as {@code ?}. */
public final class Signals {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("SIGHUP", 1),
            Map.entry("SIGINT", 2),
            Map.entry("SIGQUIT", 3),
            Map.entry("SIGILL", 4),
            Map.entry("SIGTRAP", 5),
            Map.entry("SIGABRT", 6),
            Map.entry("SIGBUS", 7),
            Map.entry("SIGFPE", 8),
            Map.entry("SIGKILL", 9),
            Map.entry("SIGUSR1", 10),
            Map.entry("SIGSEGV", 11),
            Map.entry("SIGUSR2", 12),
            Map.entry("SIGPIPE", 13),
            Map.entry("SIGALRM", 14),
            Map.entry("SIGTERM", 15),
            Map.entry("SIGSTKFLT", 16),
            Map.entry("SIGCHLD", 17),
            Map.entry("SIGCONT", 18),
            Map.entry("SIGSTOP", 19),
            Map.entry("SIGTSTP", 20),
            Map.entry("SIGTTIN", 21),
            Map.entry("SIGTTOU", 22),
            Map.entry("SIGURG", 23),
            Map.entry("SIGXCPU", 24),
            Map.entry("SIGXFSZ", 25),
            Map.entry("SIGVTALRM", 26),
            Map.entry("SIGPROF", 27),
            Map.entry("SIGWINCH", 28),
            Map.entry("SIGIO", 29),
            Map.entry("SIGPWR", 30),
            Map.entry("SIGSYS", 31));
    private static final int KILLED_BY_SIGNAL = 128;

    private Signals() {}

    /**
     * The status that a shell reports for a program killed by the signal; real-time signals are named {@code SIG34} and so on. 128 if the name
     * is not known.
     */
    static int exitStatus(String name) {
        String digits = name.replaceAll("\\D", "");
        return KILLED_BY_SIGNAL + NUMBERS.getOrDefault(name, digits.isEmpty() ? 0 : Integer.parseInt(digits));
    }

    /** The name of the signal of that number. */
    public static String name(int number) {
        return NUMBERS.entrySet().stream()
                .filter(named -> named.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("SIG" + number);
    }
}
