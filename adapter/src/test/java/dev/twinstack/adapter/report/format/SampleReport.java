package dev.twinstack.adapter.report.format;

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

/** A report with something of everything: a NULL in C under Python, a second thread that waits, texts that mean something in HTML, XML and workflow commands. */
final class SampleReport {
    static final String ROOT = "/work/shop";
    static final String NASTY = "</script><b>100%, ]]>\u0000\u001b[31m & \"so\": 'on'";
    static final String TEST = "tests/test_prices.py::TestPrices::test_total[a::b]";

    private static final Variable ITEM =
            new Variable("item", "NULL", "PyObject *", List.of(new Variable("[0]", NASTY, "str", List.of())));
    private static final FrameReport NATIVE = new FrameReport(
            FrameReport.NATIVE,
            "total<int>",
            ROOT + "/src/pricing.c",
            37,
            ROOT + "/pricing.so",
            "0x7f0000001000",
            false,
            List.of(
                    new SourceLine(36, "    PyObject *item = PyList_GetItem(items, 9);"),
                    new SourceLine(37, "    Py_INCREF(item); /* <- */"),
                    new SourceLine(38, "    return item;")),
            List.of(ITEM),
            null);
    private static final FrameReport PYTHON = new FrameReport(
            FrameReport.PYTHON,
            "test_total",
            ROOT + "/tests/test_prices.py",
            12,
            null,
            null,
            false,
            List.of(new SourceLine(12, "    assert pricing.total(items) == \"2 €\"")),
            List.of(new Variable("items", "['bolt']", "list", List.of())),
            null);

    private SampleReport() {}

    static CrashReport full() {
        ThreadReport crashed = new ThreadReport(
                1,
                "MainThread",
                4711,
                "holds",
                true,
                List.of(
                        machinery("PyObject_Call"),
                        NATIVE,
                        machinery("_PyEval_Vector"),
                        machinery("PyObject_Vectorcall"),
                        PYTHON),
                true,
                null);
        ThreadReport other =
                new ThreadReport(2, "worker & co", 4712, "waits", false, List.of(), false, "Its stack is gone.");
        return new CrashReport(
                CrashReport.SCHEMA,
                "0123456789abcdef",
                "2026-01-02T03:04:05Z",
                new Reason(
                        Reason.SIGNAL,
                        "SIGSEGV",
                        "Segmentation fault",
                        "SEGV_MAPERR",
                        "0x0",
                        null,
                        true,
                        "incl (%rax)",
                        List.of()),
                new ProcessInfo(4711L, List.of("python3", "-m", "pytest"), null, Map.of(), 139, TEST),
                new CrashFacts.Raised("IndexError", "list index out of range"),
                null,
                new CrashFacts.Gil(1, List.of(2)),
                List.of(new CrashFacts.Lock(2, "GIL", "0x7f0000002000", 1)),
                List.of(crashed, other),
                List.of(new Library("/usr/bin/python3.11", null, "571d98e0", false)),
                new Versions("3.11.2", "13.1", "6.1", "0.1"),
                List.of(new CrashFacts.Cause(
                        "null-object",
                        "A PyObject * that is NULL was followed.",
                        List.of("item (PyObject *) is NULL in total (pricing.c:37).", NASTY))),
                List.of("The list of <libraries> could not be read."));
    }

    /** One of which nothing is known but that it happened. */
    static CrashReport bare() {
        return new CrashReport(
                CrashReport.SCHEMA,
                null,
                null,
                Reason.of(Reason.TIMEOUT, "timeout", null),
                new ProcessInfo(null, List.of(), null, null, null, null),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new Versions(null, null, null, null),
                List.of(),
                List.of());
    }

    private static FrameReport machinery(String function) {
        return new FrameReport(
                FrameReport.NATIVE,
                function,
                null,
                null,
                "/usr/bin/python3.11",
                "0x7f0000003000",
                true,
                List.of(),
                List.of(),
                null);
    }
}
