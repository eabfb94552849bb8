package dev.twinstack.adapter.report.model;

import dev.twinstack.adapter.crash.Absent;
import dev.twinstack.adapter.crash.CrashFacts;
import java.util.List;

/**
 * What happened.
 *
 * @param kind {@link #SIGNAL}, {@link #TIMEOUT} or {@link #SNAPSHOT}
 * @param name {@code SIGSEGV}, or what else a list of crashes would show
 * @param meaning what the name means, in words
 * @param code the kernel's word for the signal's cause, such as {@code SEGV_MAPERR}
 * @param address what the signal is about, in hexadecimal
 * @param mapping the memory that this address is in; {@code unmapped} says that it is in none
 * @param instruction what the thread was about to execute
 * @param exceptions the C++ exceptions that nothing has caught, and for which the program ended
 */
public record Reason(
        String kind,
        String name,
        String meaning,
        String code,
        String address,
        CrashFacts.Mapping mapping,
        boolean unmapped,
        String instruction,
        List<CrashFacts.Raised> exceptions) {
    /** It got a signal that ends it. */
    public static final String SIGNAL = "signal";

    /** It ran for longer than it was allowed to. */
    public static final String TIMEOUT = "timeout";

    /** Nothing happened: somebody wanted to see what it does. */
    public static final String SNAPSHOT = "snapshot";

    public Reason {
        exceptions = Absent.empty(exceptions);
    }

    /** Without what only the helpers tell of a signal. */
    public static Reason of(String kind, String name, String meaning) {
        return new Reason(kind, name, meaning, null, null, null, false, null, List.of());
    }
}
