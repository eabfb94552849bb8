package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.ExceptionOperations.ExceptionInfo;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.program.ByThread;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ExceptionBreakMode;
import org.eclipse.lsp4j.debug.ExceptionFilterOptions;
import org.eclipse.lsp4j.debug.ExceptionInfoResponse;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;

/** The stops at exceptions of Python and C++, fatal errors of Python and signals, and what is known of the one at which a thread stands. */
public final class ExceptionBreakpoints {
    private final ExceptionOperations operations;
    private final PythonExceptions python;
    private final Set<String> natives = new HashSet<>();
    private final ByThread<ExceptionInfo> infos = new ByThread<>();

    ExceptionBreakpoints(ExceptionOperations operations, PythonExceptions python) {
        this.operations = operations;
        this.python = python;
    }

    void declare(Capabilities capabilities) {
        capabilities.setExceptionBreakpointFilters(ExceptionFilters.all());
        capabilities.setSupportsExceptionFilterOptions(true);
        capabilities.setSupportsExceptionInfoRequest(true);
    }

    /** The filters that are wanted, in the order in which DAP wants them answered. */
    static List<ExceptionOperations.Filter> wanted(SetExceptionBreakpointsArguments arguments) {
        ExceptionFilterOptions[] options = arguments.getFilterOptions();
        return Stream.concat(
                        Arrays.stream(arguments.getFilters()).map(name -> new ExceptionOperations.Filter(name, null)),
                        Stream.of(options == null ? new ExceptionFilterOptions[0] : options)
                                .map(each -> new ExceptionOperations.Filter(each.getFilterId(), each.getCondition())))
                .toList();
    }

    /**
     * Sets the filters that are on by default or, unless {@code stops}, none, so that a program just runs; sent to GDB before it runs anything. Completed, when they
     * are set, with what is then to be done on the session thread.
     */
    public CompletableFuture<Runnable> begin(boolean stops) {
        List<ExceptionOperations.Filter> filters = stops ? ExceptionFilters.defaults() : List.of();
        return operations.sendExceptionBreakpoints(filters).thenApply(answer -> () -> remember(answer));
    }

    Breakpoint[] set(List<ExceptionOperations.Filter> wanted) {
        Map<Boolean, List<ExceptionOperations.Filter>> ofPython =
                wanted.stream().collect(Collectors.partitioningBy(PythonExceptions::isOne));
        ExceptionOperations.Answer answer = operations.setExceptionBreakpoints(ofPython.get(false));
        remember(answer);
        Iterator<Breakpoint> natives =
                answer.breakpoints().stream().map(ExceptionBreakpoints::shown).iterator();
        Iterator<Breakpoint> pythons = python.set(ofPython.get(true)).iterator();
        return wanted.stream()
                .map(each -> (PythonExceptions.isOne(each) ? pythons : natives).next())
                .toArray(Breakpoint[]::new);
    }

    private void remember(ExceptionOperations.Answer answer) {
        natives.clear();
        natives.addAll(answer.natives());
    }

    private static Breakpoint shown(ExceptionOperations.Row row) {
        if (!row.verified()) {
            return ShownBreakpoints.refused(row.message());
        }
        Breakpoint breakpoint = new Breakpoint();
        breakpoint.setVerified(true);
        return breakpoint;
    }

    /** The process is gone, and with it the code in it that tells of exceptions of Python. */
    void processGone() {
        python.processGone();
    }

    /** The event {@code exception-breakpoint}: GDB has one more breakpoint for exceptions. */
    void added(String number) {
        natives.add(number);
    }

    /** Whether GDB's breakpoint of that number is one of these. */
    boolean isHit(String number) {
        return natives.contains(number);
    }

    /** See {@link BreakpointNews#explains}. */
    boolean explains(StoppedEventArguments stop, String signal, String meaning) {
        ExceptionInfo found = operations.info(stop.getThreadId(), signal, meaning);
        if (found.title() == null) {
            return false;
        }
        infos.put(stop.getThreadId(), found);
        stop.setReason(StoppedEventArgumentsReason.EXCEPTION);
        stop.setDescription(found.title());
        stop.setText(found.description());
        return true;
    }

    /** A thread runs on, 0 for all. */
    void forget(int thread) {
        infos.forget(thread);
    }

    ExceptionInfoResponse info(int thread) {
        ExceptionInfo found = infos.of(thread)
                .orElseThrow(() -> new UserError("Thread " + thread + " has not stopped at an exception or a signal."));
        ExceptionInfoResponse response = new ExceptionInfoResponse();
        response.setExceptionId(found.id());
        response.setDescription(found.description());
        response.setBreakMode(breakMode(found));
        ExceptionOperations.Details more = operations.details(thread);
        response.setDetails(new ExceptionOperations.Inner(
                        found.typeName(), found.fullTypeName(), found.message(), more.stackTrace(), more.inner())
                .shown());
        return response;
    }

    private static ExceptionBreakMode breakMode(ExceptionInfo found) {
        return switch (found.breakMode() == null ? "" : found.breakMode()) {
            case "unhandled" -> ExceptionBreakMode.UNHANDLED;
            case "userUnhandled" -> ExceptionBreakMode.USER_UNHANDLED;
            default -> ExceptionBreakMode.ALWAYS;
        };
    }
}
