package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.BreakpointOperations.Answer;
import dev.twinstack.adapter.breakpoints.ExceptionOperations.Filter;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.errands.Errands;
import dev.twinstack.adapter.execution.errands.PythonStops;
import dev.twinstack.adapter.execution.inferior.UnseenStops;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.Breakpoint;

/**
 * The filters for exceptions of Python. Code in the program decides them, where an exception is raised: the helpers' agent. They are pending until Python has
 * started in the program; a session that never sets one brings no such code into it.
 */
final class PythonExceptions {
    static final String RAISED = "raised";
    static final String UNCAUGHT = "uncaught";
    static final String USER_UNHANDLED = "userUnhandled";

    /** Their set among the breakpoints that the client was shown. */
    private static final String SET = "Python exceptions";

    private static final String ENDED =
            "The program ended while the filters were being set; set them again when another runs.";

    private static final Set<String> FILTERS = Set.of(RAISED, UNCAUGHT, USER_UNHANDLED);

    private final PythonStops python;
    private final UnseenStops unseenStops;
    private final ShownBreakpoints shown;
    private final Supplier<String> refusal;
    private List<Answer> rows = List.of();
    private boolean wereWanted;

    /** {@code refusal} says why the program cannot stop by Python, or null. */
    PythonExceptions(PythonStops python, UnseenStops unseenStops, ShownBreakpoints shown, Supplier<String> refusal) {
        this.python = python;
        this.unseenStops = unseenStops;
        this.shown = shown;
        this.refusal = refusal;
    }

    static boolean isOne(Filter each) {
        return FILTERS.contains(each.filter());
    }

    /** Replaces the filters; returns what became of each, in their order. A failure concerns these filters alone: those of native code are set already. */
    List<Breakpoint> set(List<Filter> wanted) {
        rows = List.of(); // what is told of the former ones on the way is nobody's
        rows = wanted.isEmpty() && !wereWanted ? List.of() : answered(wanted);
        return List.of(shown.replaced(SET, null, rows));
    }

    private List<Answer> answered(List<Filter> wanted) {
        try {
            return replaced(wanted);
        } catch (UserError failed) {
            if (wanted.isEmpty()) {
                throw failed; // there is no row to say it of
            }
            return refused(wanted, failed.getMessage());
        }
    }

    private static List<Answer> refused(List<Filter> wanted, String why) {
        return wanted.stream().map(each -> row(null, why)).toList();
    }

    private static Answer row(String number, String why) {
        return new Answer(number, null, false, true, null, null, null, why);
    }

    private List<Answer> replaced(List<Filter> wanted) {
        String why = refusal.get();
        if (why != null) {
            return refused(wanted, why);
        }
        wereWanted = true;
        Placed placed = python.ask(
                        "set-python-exceptions", new Filters(wanted, unseenStops.areNeeded()), PlacedAnswer.class)
                .orElseThrow(() -> new UserError(ENDED));
        if (placed.interrupt) {
            unseenStops.ask();
        }
        return placed.breakpoints;
    }

    /** The process is gone: in the next one no Python has started yet. */
    void processGone() {
        rows.stream()
                .filter(row -> row.number() != null)
                .forEach(row -> shown.changed(row(row.number(), "No Python has started in the program yet.")));
    }

    private record Filters(List<Filter> filters, boolean runs) {}

    private record PlacedAnswer(Errands.Run run, Placed result) implements Errands.Answer<Placed> {}

    /** {@code interrupt}: whether the program, which runs, must stand for a moment before they hold. */
    private record Placed(List<Answer> breakpoints, boolean interrupt) {}
}
