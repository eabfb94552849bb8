package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.python.Helpers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.ExceptionDetails;

/** The helpers' operations on exceptions and signals. */
record ExceptionOperations(Helpers helpers) {
    /** Replaces what is stopped at. */
    Answer setExceptionBreakpoints(List<Wish> filters) {
        return helpers.call("set-exception-breakpoints", new Wishes(filters), Answer.class);
    }

    /** The same, without waiting for it. */
    CompletableFuture<Answer> sendExceptionBreakpoints(List<Wish> filters) {
        return helpers.send("set-exception-breakpoints", new Wishes(filters), Answer.class);
    }

    /** A filter of {@link ExceptionFilters}; {@code condition} may be null. */
    record Wish(String filter, String condition) {}

    private record Wishes(List<Wish> filters) {}

    /** What became of the wishes, in their order; {@code natives}: the numbers by which GDB tells of stops at them. */
    record Answer(List<Row> breakpoints, List<String> natives) {}

    /** {@code message}: why a filter is not verified, or null. */
    record Row(boolean verified, String message) {}

    /** What a thread has met; {@code signal}: the name of one that it got and what GDB says of it, or null. */
    Met met(int thread, String signal, String meaning) {
        return helpers.call("exception-info", new Stopped(thread, signal, meaning), Met.class);
    }

    private record Stopped(int thread, String signal, String meaning) {}

    /**
     * An exception or a signal.
     *
     * @param title its sort, such as {@code Signal SIGSEGV}; null where there is neither
     * @param id DAP: exceptionId; the signal or the type
     * @param typeName the type, of C++ or Python, or null; {@code fullTypeName} has the module of one of Python before it
     * @param message what it says of itself, or null
     * @param breakMode DAP's word, or null for {@code always}
     */
    record Met(
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
     * {@code stackTrace}: Python's own at an exception of Python, else the newest frames, a line for each; {@code inner}: what it was raised from,
     * else the Python exception without a handler yet, or null.
     */
    record Details(String stackTrace, Inner inner) {}

    /** An exception, and the one behind it; all but the types and the message may be null. */
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
