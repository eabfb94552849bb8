package dev.twinstack.adapter.breakpoints;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.ExceptionBreakpointsFilter;

/** DAP's exception filters: what a client can choose to stop at besides breakpoints. The helpers know them by the same names; those that run code in the program are off by default. */
final class ExceptionFilters {
    private static final String TYPES =
            "Types, separated by commas; what derives from them counts, and * stands for anything: std::runtime_error, app::*";
    private static final String PYTHON_TYPES =
            "Types, separated by commas, by their names or with the module before; what derives from them counts: OSError, app.errors.Failure";
    private static final String EXPRESSION =
            "An expression of C, evaluated in the frame that got the signal: $_siginfo.si_code == 1";

    private ExceptionFilters() {}

    static ExceptionBreakpointsFilter[] all() {
        return Stream.of(
                        filter(PythonExceptions.RAISED, "Python: raised", false, PYTHON_TYPES),
                        filter(PythonExceptions.UNCAUGHT, "Python: uncaught", false, PYTHON_TYPES),
                        filter(PythonExceptions.USER_UNHANDLED, "Python: uncaught in user code", false, PYTHON_TYPES),
                        filter("python_set_by_c", "Python: set by C code", false, PYTHON_TYPES),
                        filter("cpp_throw", "C++: thrown", false, TYPES),
                        filter("cpp_rethrow", "C++: rethrown", false, TYPES),
                        filter("cpp_catch", "C++: caught", false, TYPES),
                        filter("python_fatal", "Python: fatal error", true, null),
                        filter("SIGSEGV", "SIGSEGV: bad memory access", true, EXPRESSION),
                        filter("SIGABRT", "SIGABRT: abort, failed assertion", true, EXPRESSION),
                        filter("SIGFPE", "SIGFPE: bad arithmetic", true, EXPRESSION),
                        filter("SIGBUS", "SIGBUS: access to no memory", true, EXPRESSION),
                        filter("SIGILL", "SIGILL: bad instruction", true, EXPRESSION),
                        filter("other_signals", "Other signals: SIGTERM, SIGUSR1, …", false, EXPRESSION))
                .toArray(ExceptionBreakpointsFilter[]::new);
    }

    /** Those that are on when the client says nothing else. */
    static List<ExceptionOperations.Filter> defaults() {
        return Stream.of(all())
                .filter(ExceptionBreakpointsFilter::getDefault_)
                .map(each -> new ExceptionOperations.Filter(each.getFilter(), null))
                .toList();
    }

    private static ExceptionBreakpointsFilter filter(String id, String label, boolean on, String condition) {
        ExceptionBreakpointsFilter filter = new ExceptionBreakpointsFilter();
        filter.setFilter(id);
        filter.setLabel(label);
        filter.setDefault_(on);
        filter.setSupportsCondition(condition != null);
        filter.setConditionDescription(condition);
        return filter;
    }
}
