package dev.twinstack.adapter.report;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.FrameReport.SourceLine;
import dev.twinstack.adapter.report.model.Library;
import dev.twinstack.adapter.report.model.ProcessInfo;
import dev.twinstack.adapter.report.model.Reason;
import dev.twinstack.adapter.report.model.ThreadReport;
import dev.twinstack.adapter.report.model.Variable;
import dev.twinstack.adapter.report.model.Versions;
import java.util.List;
import java.util.Map;

/** Reports made up for tests of what is done with them. */
public final class Reports {
    private Reports() {}

    /** One in which nothing is left out. */
    public static CrashReport whole() {
        CrashFacts.Mapping mapping = new CrashFacts.Mapping("0x1000", "0x2000", "r--p", "/lib/libpart.so.1");
        CrashFacts.Raised raised = new CrashFacts.Raised("ValueError", "no such part");
        Reason reason = new Reason(
                Reason.SIGNAL,
                "SIGSEGV",
                "Segmentation fault",
                "SEGV_ACCERR",
                "0x1008",
                mapping,
                false,
                "movl $0x1,(%rax)",
                List.of(new CrashFacts.Raised("std::logic_error", "lost")));
        ProcessInfo process = new ProcessInfo(
                41L,
                List.of("python3", "parts.py", "--token=tiger-lily"),
                "/tmp/core.41",
                Map.of("HOME", "/root", "API_TOKEN", "tiger-lily"),
                139,
                "test_parts.py::test_lost");
        return new CrashReport(
                CrashReport.SCHEMA,
                "0123456789abcdef",
                "2026-11-23T02:00:00Z",
                reason,
                process,
                raised,
                new CrashFacts.Raised("KeyError", "KeyError('part')"),
                new CrashFacts.Gil(1, List.of(2)),
                List.of(new CrashFacts.Lock(2, "threading.Lock", "0x3000", 1)),
                List.of(crashed(), waiting()),
                List.of(new Library("/lib/libpart.so.1", "1", "c0ffee", true)),
                new Versions("3.11.2", "13.1", "6.1", "1.0"),
                List.of(new CrashFacts.Cause("null-object", "A null PyObject was used.", List.of("part = 0x0"))),
                List.of("The core file is truncated."));
    }

    /** One whose only thread, which crashed, has these frames. */
    public static CrashReport of(FrameReport... frames) {
        ThreadReport thread = new ThreadReport(1, "MainThread", 41, null, true, List.of(frames), false, null);
        return of(thread);
    }

    /** One with this thread. */
    public static CrashReport of(ThreadReport thread) {
        return of(List.of(thread));
    }

    /** One with these threads. */
    public static CrashReport of(List<ThreadReport> threads) {
        return of(new ProcessInfo(41L, List.of(), null, null, null, null), threads);
    }

    /** One of a process that was started so. */
    public static CrashReport started(String... command) {
        return of(new ProcessInfo(41L, List.of(command), null, null, null, null), List.of());
    }

    /** One of a process with this environment. */
    public static CrashReport within(Map<String, String> environment) {
        return of(new ProcessInfo(41L, List.of(), null, environment, null, null), List.of());
    }

    private static CrashReport of(ProcessInfo process, List<ThreadReport> threads) {
        Reason reason = Reason.of(Reason.SIGNAL, "SIGSEGV", "Segmentation fault");
        Versions versions = new Versions(null, null, null, null);
        return new CrashReport(
                1,
                null,
                "2026-11-23T02:00:00Z",
                reason,
                process,
                null,
                null,
                null,
                null,
                threads,
                null,
                versions,
                null,
                null);
    }

    private static ThreadReport crashed() {
        FrameReport take = new FrameReport(
                FrameReport.NATIVE,
                "take",
                "/src/part.c",
                12,
                "/lib/libpart.so.1",
                "0x4000",
                false,
                List.of(new SourceLine(11, "{"), new SourceLine(12, "    return *part;"), new SourceLine(13, "}")),
                List.of(new Variable("part", "<Part at 0x3000>", "Part", List.of(variable("size", "3")))),
                null);
        List<FrameReport> frames = List.of(take, machinery(), python("find", variable("password", "'hunter2'")));
        return new ThreadReport(1, "MainThread", 41, "holds", true, frames, true, null);
    }

    /** CPython's own. */
    public static FrameReport machinery() {
        return new FrameReport(
                FrameReport.NATIVE,
                "python3.11!0x545963",
                null,
                null,
                "/usr/bin/python3.11",
                "0x545963",
                true,
                List.of(),
                List.of(),
                null);
    }

    /** A native frame without source. */
    public static FrameReport compiled(String function, String library) {
        return new FrameReport(
                FrameReport.NATIVE, function, null, null, library, "0x4000", false, List.of(), List.of(), null);
    }

    /** A frame of {@code parts.py}. */
    public static FrameReport python(String function, Variable... variables) {
        return new FrameReport(
                FrameReport.PYTHON,
                function,
                "/src/parts.py",
                5,
                null,
                null,
                false,
                List.of(),
                List.of(variables),
                "The other variables cannot be read: the frame is damaged.");
    }

    public static Variable variable(String name, String value) {
        return new Variable(name, value, "str", List.of());
    }

    private static ThreadReport waiting() {
        String why = "The stack cannot be read: there is no memory at 0x0.";
        return new ThreadReport(2, "worker", 42, "waits", false, List.of(), false, why);
    }
}
