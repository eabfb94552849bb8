package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.report.Signature;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.ProcessInfo;
import dev.twinstack.adapter.report.model.Reason;
import dev.twinstack.adapter.report.model.ThreadReport;
import dev.twinstack.adapter.report.model.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every format says in words: of the crash, of a thread, of the versions. */
public final class Headline {
    private static final Map<String, String> GIL =
            Map.of("holds", "holds the GIL", "waits", "waits for the GIL", "released", "without the GIL");

    /** Kinds of locks of which there is one for each that is waited for. */
    private static final Set<String> ONLY = Set.of("GIL", "end of a thread", "loader's lock");

    private static final int COMMAND = 500; // characters that are shown of it

    private Headline() {}

    /** The crash in one line, such as {@code SIGSEGV in now (crash.c:8)}. */
    public static String of(CrashReport report) {
        return report.reason().name() + blamed(report).map(Headline::in).orElse("");
    }

    private static String in(FrameReport frame) {
        String place = FrameText.shortPlace(frame);
        return " in " + frame.function() + (place.isEmpty() ? "" : " (" + place + ")");
    }

    /** The newest frame with a source in the thread that crashed, else the newest one behind the way to the signal. */
    static Optional<FrameReport> blamed(CrashReport report) {
        List<FrameReport> frames = report.crashed()
                .map(ThreadReport::frames)
                .map(Signature::telling)
                .orElse(List.of());
        return frames.stream()
                .filter(frame -> frame.file() != null && !frame.subtle())
                .findFirst()
                .or(() -> frames.stream().findFirst());
    }

    /** The facts of the crash, a line for each. */
    public static List<String> details(CrashReport report) {
        List<String> lines = new ArrayList<>();
        Reason reason = report.reason();
        add(lines, "meaning", reason.meaning());
        add(lines, "address", address(reason));
        add(lines, "instruction", reason.instruction());
        reason.exceptions().forEach(each -> add(lines, "uncaught", exception(each)));
        add(lines, "pending exception", exception(report.pending()));
        add(lines, "handled exception", exception(report.handled()));
        ProcessInfo process = report.process();
        add(lines, "process", process.pid() == null ? null : process.pid().toString());
        add(lines, "command", process.command().isEmpty() ? null : command(process));
        add(lines, "core file", process.core());
        add(
                lines,
                "exit status",
                process.exitStatus() == null ? null : process.exitStatus().toString());
        add(lines, "test", process.test());
        add(lines, "GIL", gil(report));
        report.locks().forEach(lock -> add(lines, "lock", lock(report, lock)));
        add(lines, "signature", report.signature());
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (value != null) {
            lines.add(name + ": " + value);
        }
    }

    private static String command(ProcessInfo process) {
        String command = String.join(" ", process.command());
        return command.length() <= COMMAND ? command : command.substring(0, COMMAND) + "…";
    }

    private static String address(Reason reason) {
        if (reason.address() == null) {
            return null;
        }
        String where = reason.unmapped() ? ", where nothing is mapped" : "";
        CrashFacts.Mapping in = reason.mapping();
        return reason.address()
                + (reason.code() == null ? "" : " (" + reason.code() + ")")
                + (in == null
                        ? where
                        : ", in " + (in.file() == null ? "memory of no file" : in.file()) + " " + in.permissions());
    }

    /** What Python's say of themselves begins with the type. */
    private static String exception(CrashFacts.Raised raised) {
        if (raised == null || raised.message() == null) {
            return raised == null ? null : raised.type();
        }
        boolean isNamed = raised.message().startsWith(raised.type() + "(");
        return isNamed ? raised.message() : raised.type() + ": " + raised.message();
    }

    private static String gil(CrashReport report) {
        CrashFacts.Gil gil = report.gil();
        if (gil == null) {
            return null;
        }
        String holder = gil.holder() == null ? "held by nobody" : "held by " + thread(report, gil.holder());
        String waiting = gil.waiting().stream().map(id -> thread(report, id)).collect(Collectors.joining(", "));
        return holder + (waiting.isEmpty() ? "" : ", waited for by " + waiting);
    }

    private static String lock(CrashReport report, CrashFacts.Lock lock) {
        return thread(report, lock.thread()) + " waits for " + (ONLY.contains(lock.kind()) ? "the " : "a ")
                + lock.kind()
                + (lock.address() == null ? "" : " at " + lock.address())
                + (lock.owner() == null ? "" : ", which " + thread(report, lock.owner()) + " holds");
    }

    private static String thread(CrashReport report, int id) {
        return report.threads().stream()
                .filter(each -> each.id() == id)
                .map(ThreadReport::name)
                .findFirst()
                .orElse("thread " + id);
    }

    /** The name of a thread of a report, and how it stands. */
    public static String of(CrashReport report, ThreadReport thread) {
        String gil = thread.gil() == null ? "" : " (" + GIL.getOrDefault(thread.gil(), thread.gil()) + ")";
        boolean ended = thread.crashed() && report.reason().kind().equals(Reason.SIGNAL);
        return thread.name() + gil + (ended ? ", which crashed" : "");
    }

    /** The same of threads that are alike. */
    static String of(CrashReport report, List<ThreadReport> alike) {
        int others = alike.size() - 1;
        return of(report, alike.get(0))
                + (others == 0
                        ? ""
                        : ", and " + others + (others == 1 ? " thread" : " threads") + " with the same stack");
    }

    /** The versions that are known, in one line. */
    public static String versions(CrashReport report) {
        Versions versions = report.versions();
        return Stream.of(
                        named("Python", versions.python()),
                        named("GDB", versions.gdb()),
                        named("Linux", versions.kernel()),
                        named("Twinstack", versions.twinstack()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> named(String name, String version) {
        return Optional.ofNullable(version).map(each -> name + " " + each);
    }
}
