package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.ExceptionOperations.Row;
import dev.twinstack.adapter.breakpoints.ExceptionOperations.Wish;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Errands;
import dev.twinstack.adapter.execution.PythonStops;
import dev.twinstack.adapter.execution.UnseenStops;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Exceptions of Python as filters, which code in the program decides where they are raised. A session that never wants one has none of it there. */
final class PythonExceptions {
    static final String RAISED = "raised";
    static final String UNCAUGHT = "uncaught";
    static final String USER_UNHANDLED = "userUnhandled";

    private static final Set<String> FILTERS = Set.of(RAISED, UNCAUGHT, USER_UNHANDLED);

    private final PythonStops python;
    private final UnseenStops unseenStops;
    private final Supplier<String> refusal;
    private boolean wereWanted;

    /** {@code refusal} says why the program cannot stop by Python, or null. */
    PythonExceptions(PythonStops python, UnseenStops unseenStops, Supplier<String> refusal) {
        this.python = python;
        this.unseenStops = unseenStops;
        this.refusal = refusal;
    }

    static boolean isOne(Wish wish) {
        return FILTERS.contains(wish.filter());
    }

    /** Replaces the filters; what became of each, in their order. A failure is theirs alone: those of native code are set already. */
    List<Row> set(List<Wish> wanted) {
        if (wanted.isEmpty() && !wereWanted) {
            return List.of();
        }
        try {
            return replaced(wanted);
        } catch (UserError failed) {
            if (wanted.isEmpty()) {
                throw failed; // there is no row to say it of
            }
            return refused(wanted, failed.getMessage());
        }
    }

    private static List<Row> refused(List<Wish> wanted, String why) {
        return wanted.stream().map(each -> new Row(false, why)).toList();
    }

    private List<Row> replaced(List<Wish> wanted) {
        String why = refusal.get();
        if (why != null) {
            return refused(wanted, why);
        }
        wereWanted = true;
        Optional<Placed> placed =
                python.ask("set-python-exceptions", new Wishes(wanted, unseenStops.areNeeded()), PlacedAnswer.class);
        if (placed.filter(Placed::interrupt).isPresent()) {
            unseenStops.ask();
        }
        return placed.map(Placed::breakpoints) // or they are those of the next process
                .orElseGet(
                        () -> wanted.stream().map(each -> new Row(true, null)).toList());
    }

    private record Wishes(List<Wish> filters, boolean runs) {}

    private record PlacedAnswer(Errands.Run run, Placed result) implements Errands.Answer<Placed> {}

    /** {@code interrupt}: the program, which runs, is to stand first. */
    private record Placed(List<Row> breakpoints, boolean interrupt) {}
}
