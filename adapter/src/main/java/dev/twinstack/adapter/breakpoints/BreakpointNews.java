package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.execution.HitBreakpoints;
import dev.twinstack.adapter.python.HelperEvent;
import dev.twinstack.mi.MiBreakpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;

/** What GDB and the helpers tell of breakpoints unasked: that they have changed, are gone, or were hit. */
public final class BreakpointNews implements HitBreakpoints {
    private final Events events;
    private final ShownBreakpoints shown;
    private final PythonBreakpoints python;
    private final ExceptionBreakpoints exceptions;
    private final LogPoints logPoints;
    private List<String> together = List.of();
    private final Map<String, String> changes = new HashMap<>();

    BreakpointNews(Events events, ShownBreakpoints shown, PythonBreakpoints python, ExceptionBreakpoints exceptions) {
        this.events = events;
        this.shown = shown;
        this.python = python;
        this.exceptions = exceptions;
        logPoints = new LogPoints(events, shown);
    }

    @Override
    public Integer[] hitIds(String number) {
        Integer[] ids = together(number).stream()
                .flatMap(each -> shown.id(each).stream())
                .distinct()
                .toArray(Integer[]::new);
        return ids.length == 0 ? null : ids;
    }

    @Override
    public String reason(List<String> numbers) {
        List<Optional<String>> sets = numbers.stream()
                .flatMap(each -> together(each).stream())
                .map(shown::set)
                .distinct()
                .toList();
        if (sets.equals(List.of(Optional.of(ShownBreakpoints.FUNCTIONS)))) {
            return StoppedEventArgumentsReason.FUNCTION_BREAKPOINT;
        }
        return sets.equals(List.of(Optional.of(ShownBreakpoints.INSTRUCTIONS)))
                ? StoppedEventArgumentsReason.INSTRUCTION_BREAKPOINT
                : StoppedEventArgumentsReason.BREAKPOINT;
    }

    @Override
    public List<String> together(String number) {
        return together.contains(number) ? together : List.of(number);
    }

    @Override
    public void forgetHits() {
        together = List.of();
        changes.clear();
    }

    @Override
    public Optional<String> change(String number) {
        return Optional.ofNullable(changes.get(number));
    }

    @Override
    public String watched(String number, String expression) {
        return shown.name(number).orElse(expression);
    }

    @Override
    public boolean isForExceptions(String number) {
        return exceptions.isHit(number);
    }

    @Override
    public boolean explains(StoppedEventArguments stop, String signal, String meaning) {
        return exceptions.explains(stop, signal, meaning);
    }

    /** MI: {@code =breakpoint-deleted}. */
    public void deleted(String number) {
        shown.deleted(number, "Deleted in the debug console.");
    }

    /** MI: {@code =breakpoint-modified}. */
    public void modified(MiBreakpoint now) {
        shown.modified(now);
    }

    /** A variable on the stack is watched no longer, as its function has returned. */
    private record Ended(String number, String message) {}

    /** What has happened to a watched variable of Python; told before the stop. */
    private record Changed(String number, String text) {}

    /** A breakpoint, by GDB's number. */
    private record Numbered(String number) {}

    /** The breakpoints that stop the program together, of several at one place; told before the stop. */
    private record Together(List<String> numbers) {}

    private void ended(Ended watch) {
        events.tell(watch.message);
        shown.deleted(watch.number, watch.message);
    }

    private void changed(Changed variable) {
        changes.put(variable.number, variable.text);
    }

    /** What the helpers tell unasked. */
    public void told(HelperEvent event) {
        switch (event.name()) {
            case "log" -> logPoints.logged(event.as(LogPoints.Logged.class));
            case "data-ended" -> ended(event.as(Ended.class));
            case "data-changed" -> changed(event.as(Changed.class));
            case "python-breakpoint" -> python.changed(event.as(BreakpointOperations.Answer.class));
            case "exception-breakpoint" ->
                exceptions.added(event.as(Numbered.class).number());
            case "breakpoint" -> shown.changed(event.as(BreakpointOperations.Answer.class));
            case "hit-together" -> together = event.as(Together.class).numbers();
            case "breakpoint-deleted" -> deleted(event.as(Numbered.class).number());
            default -> throw new IllegalArgumentException("The helpers tell of no event " + event + ".");
        }
    }
}
