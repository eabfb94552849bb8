package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.python.Helpers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.ExceptionDetails;

/** The helpers' operations on exceptions and signals. */
record ExceptionOperations(Helpers helpers) {
    /** Replaces what is stopped at. */
    Answer setExceptionBreakpoints(List<Filter> filters) {
        return helpers.call("set-exception-breakpoints", new Filters(filters), Answer.class);
    }

    /** The same, without waiting for it. */
    CompletableFuture<Answer> sendExceptionBreakpoints(List<Filter> filters) {
        return helpers.send("set-exception-breakpoints", new Filters(filters), Answer.class);
    }

    /** A filter of {@link ExceptionFilters} that is to be on; {@code condition} may be null. */
    record Filter(String filter, String condition) {}

    private record Filters(List<Filter> filters) {}

    /** What became of the filters, in their order; {@code natives}: the numbers of GDB's breakpoints for them. */
    record Answer(List<Row> breakpoints, List<String> natives) {}

    /** {@code message}: why a filter is not verified, or null. */
    record Row(boolean verified, String message) {}

    /** The exception or signal at which a thread stands; {@code signal} and {@code meaning}: the signal of which GDB tells, and GDB's words for it, or null. */
    ExceptionInfo info(int thread, String signal, String meaning) {
        return helpers.call("exception-info", new Stopped(thread, signal, meaning), ExceptionInfo.class);
    }

    private record Stopped(int thread, String signal, String meaning) {}

    /**
     * An exception or a signal (DAP: exceptionInfo).
     *
     * @param title its sort, such as {@code Signal SIGSEGV}; null when there is neither
     * @param id DAP: exceptionId; the signal or the type
     * @param typeName its type in C++ or Python, or null; {@code fullTypeName} has the module of a Python type before it
     * @param message what it says of itself, or null
     * @param breakMode DAP's word, or null for {@code always}
     */
    record ExceptionInfo(
            String title,
            String id,
            String description,
            String typeName,
            String fullTypeName,
            String message,
            String breakMode) {}

    Details details(int thread) {
        return helpers.call("exception-details", new ThreadRef(thread), Details.class);
    }

    private record ThreadRef(int thread) {}

    /**
     * {@code stackTrace}: Python's own at an exception of Python, else the newest frames, a line for each; {@code inner}: the exception from which it was raised, else
     * the Python exception that nobody has handled yet, or null.
     */
    record Details(String stackTrace, Inner inner) {}

    /** An exception, and the one from which it was raised; all but {@code typeName} may be null. */
    record Inner(String typeName, String fullTypeName, String message, String stackTrace, Inner inner) {
        ExceptionDetails shown() {
            ExceptionDetails details = new ExceptionDetails();
            details.setTypeName(typeName);
            details.setFullTypeName(fullTypeName == null ? typeName : fullTypeName);
            details.setMessage(message);
            details.setStackTrace(stackTrace);
            if (inner != null) {
                details.setInnerException(new ExceptionDetails[] {inner.shown()});
            }
            return details;
        }
    }
}
