package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.ExceptionOperations.Met;
import dev.twinstack.adapter.client.ByThread;
import dev.twinstack.adapter.dap.UserError;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ExceptionBreakMode;
import org.eclipse.lsp4j.debug.ExceptionDetails;
import org.eclipse.lsp4j.debug.ExceptionFilterOptions;
import org.eclipse.lsp4j.debug.ExceptionInfoResponse;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;

/** Stops at exceptions of C++, fatal errors of Python and signals, and what is known of the one that a thread has met. */
public final class ExceptionBreakpoints {
    private final ExceptionOperations operations;
    private final Set<String> natives = new HashSet<>();
    private final ByThread<Met> met = new ByThread<>();

    ExceptionBreakpoints(ExceptionOperations operations) {
        this.operations = operations;
    }

    void declare(Capabilities capabilities) {
        capabilities.setExceptionBreakpointFilters(ExceptionFilters.all());
        capabilities.setSupportsExceptionFilterOptions(true);
        capabilities.setSupportsExceptionInfoRequest(true);
    }

    /** The filters that are wanted, in the order in which DAP wants them answered. */
    static List<ExceptionOperations.Wish> wanted(SetExceptionBreakpointsArguments arguments) {
        ExceptionFilterOptions[] options = arguments.getFilterOptions();
        return Stream.concat(
                        Arrays.stream(arguments.getFilters()).map(name -> new ExceptionOperations.Wish(name, null)),
                        Stream.of(options == null ? new ExceptionFilterOptions[0] : options)
                                .map(each -> new ExceptionOperations.Wish(each.getFilterId(), each.getCondition())))
                .toList();
    }

    /**
     * The filters that are on when the client says nothing else, or none of them, so that a program just runs; sent to GDB before it runs anything.
     * Completed when they are set, with what is to be done on the session thread then.
     */
    public CompletableFuture<Runnable> begin(boolean stops) {
        List<ExceptionOperations.Wish> filters = stops ? ExceptionFilters.defaults() : List.of();
        return operations.sendExceptionBreakpoints(filters).thenApply(answer -> () -> remember(answer));
    }

    Breakpoint[] set(List<ExceptionOperations.Wish> wanted) {
        ExceptionOperations.Answer answer = operations.setExceptionBreakpoints(wanted);
        remember(answer);
        return answer.breakpoints().stream().map(ExceptionBreakpoints::shown).toArray(Breakpoint[]::new);
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

    /** Whether GDB's breakpoint of that number is one of these. */
    boolean isHit(String number) {
        return natives.contains(number);
    }

    /** See {@link BreakpointNews#explains}. */
    boolean explains(StoppedEventArguments stop, String signal, String meaning) {
        Met found = operations.met(stop.getThreadId(), signal, meaning);
        if (found.title() == null) {
            return false;
        }
        met.put(stop.getThreadId(), found);
        stop.setReason(StoppedEventArgumentsReason.EXCEPTION);
        stop.setDescription(found.title());
        stop.setText(found.description());
        return true;
    }

    /** A thread runs on, 0 for all. */
    void forget(int thread) {
        met.forget(thread);
    }

    ExceptionInfoResponse info(int thread) {
        Met found = met.of(thread)
                .orElseThrow(() -> new UserError("Thread " + thread + " has not stopped at an exception or a signal."));
        ExceptionInfoResponse response = new ExceptionInfoResponse();
        response.setExceptionId(found.id());
        response.setDescription(found.description());
        response.setBreakMode(ExceptionBreakMode.ALWAYS);
        response.setDetails(details(found, operations.details(thread)));
        return response;
    }

    private static ExceptionDetails details(Met found, ExceptionOperations.Details more) {
        ExceptionDetails details = details(found.typeName(), found.message());
        details.setStackTrace(more.stackTrace());
        if (more.pending() != null) {
            ExceptionDetails pending =
                    details(more.pending().typeName(), more.pending().message());
            details.setInnerException(new ExceptionDetails[] {pending});
        }
        return details;
    }

    private static ExceptionDetails details(String typeName, String message) {
        ExceptionDetails details = new ExceptionDetails();
        details.setTypeName(typeName);
        details.setFullTypeName(typeName);
        details.setMessage(message);
        return details;
    }
}
