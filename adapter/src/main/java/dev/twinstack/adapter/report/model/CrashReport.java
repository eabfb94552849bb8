package dev.twinstack.adapter.report.model;

import dev.twinstack.adapter.crash.Absent;
import dev.twinstack.adapter.crash.CrashFacts;
import java.util.List;
import java.util.Optional;

/**
 * What a process was doing when it crashed, hung or was looked at. What could not be read is null or empty, and {@code problems} says why. The records of this
 * package are the JSON document of {@code docs/crash-report.schema.json}: a component for each member.
 *
 * @param schema version of the document, {@link #SCHEMA}
 * @param signature the same for crashes that look the same, see {@code Signature}; null where there is no frame
 * @param time when the report was made, in UTC as of ISO 8601
 * @param pending the Python exception that is set in the thread that crashed; {@code handled} the one that it is handling
 * @param threads the one that crashed first
 * @param libraries the program first
 * @param problems whole sentences: what could not be read, and why
 */
public record CrashReport(
        int schema,
        String signature,
        String time,
        Reason reason,
        ProcessInfo process,
        CrashFacts.Raised pending,
        CrashFacts.Raised handled,
        CrashFacts.Gil gil,
        List<CrashFacts.Lock> locks,
        List<ThreadReport> threads,
        List<Library> libraries,
        Versions versions,
        List<CrashFacts.Cause> causes,
        List<String> problems) {
    /** Counts up when a member goes or means something else; members that are added leave it. */
    public static final int SCHEMA = 1;

    public CrashReport {
        locks = Absent.empty(locks);
        threads = Absent.empty(threads);
        libraries = Absent.empty(libraries);
        causes = Absent.empty(causes);
        problems = Absent.empty(problems);
    }

    /** The thread that crashed, or that stopped first. */
    public Optional<ThreadReport> crashed() {
        return threads.stream().filter(ThreadReport::crashed).findFirst();
    }

    /** The same report without arguments and locals. */
    public CrashReport withoutVariables() {
        List<ThreadReport> bare =
                threads.stream().map(ThreadReport::withoutVariables).toList();
        return new CrashReport(
                schema, signature, time, reason, process, pending, handled, gil, locks, bare, libraries, versions,
                causes, problems);
    }

    /** The same report with its signature. */
    public CrashReport signed(String signed) {
        return new CrashReport(
                schema, signed, time, reason, process, pending, handled, gil, locks, threads, libraries, versions,
                causes, problems);
    }
}
