package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.BreakpointOperations.Answer;
import dev.twinstack.adapter.breakpoints.BreakpointOperations.Function;
import dev.twinstack.adapter.breakpoints.BreakpointOperations.Line;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.errands.Errands;
import dev.twinstack.adapter.execution.errands.PythonStops;
import dev.twinstack.adapter.execution.inferior.UnseenStops;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.debug.Source;

/**
 * Breakpoints and log points on lines of Python, and breakpoints on functions of Python. Code in the program decides them: the helpers' agent. Until the program
 * has imported a file, its breakpoints are pending; an event tells what the agent finds out later.
 */
final class PythonBreakpoints {
    private static final String RECORDED =
            "A program that GDB records cannot stop on lines of Python, as code in it decides"
                    + " that; leave 'reverseDebugging' out, or set a breakpoint in native code.";

    private static final String ENDED =
            "The program ended while the breakpoints were being set; set them again when another runs.";

    private static final String REMOTE = "The target runs, and is not interrupted for a line of Python: that holds from"
            + " its next stop on; pause it.";

    private final PythonStops python;
    private final UnseenStops unseenStops;
    private final ShownBreakpoints shown;
    private final SourceMap sourceMap;
    /** The last answer about each breakpoint, by its set (a file's path, or {@link ShownBreakpoints#FUNCTIONS}) and its number. */
    private final Map<String, Map<String, Answer>> known = new HashMap<>();

    /** The sets of which breakpoints were ever asked of the program, even in vain: an operation that fails may have set them. */
    private final Set<String> asked = new HashSet<>();

    private boolean isRecorded;

    PythonBreakpoints(PythonStops python, UnseenStops unseenStops, ShownBreakpoints shown, SourceMap sourceMap) {
        this.python = python;
        this.unseenStops = unseenStops;
        this.shown = shown;
        this.sourceMap = sourceMap;
    }

    /** Whether the program is recorded from its beginning. */
    void recorded(boolean wanted) {
        isRecorded = wanted;
    }

    /** Why none can be set, or null. */
    String refusal() {
        return isRecorded ? RECORDED : python.refusal();
    }

    /** Replaces those of a file. Throws {@link UserError} when the program ends meanwhile. */
    List<Answer> set(Source source, List<Line> wanted) {
        String path = sourceMap.toDebuggee(source.getPath());
        return set(
                path,
                wanted.isEmpty(),
                "set-python-breakpoints",
                new LinesOfFile(path, wanted, unseenStops.areNeeded()));
    }

    /** {@code runs}: whether the program runs, or stands at a stop that was not told yet. */
    private record LinesOfFile(String path, List<Line> breakpoints, boolean runs) {}

    /** Replaces those on functions. Throws {@link UserError} when the program ends meanwhile. */
    List<Answer> setFunctions(List<Function> wanted) {
        return set(
                ShownBreakpoints.FUNCTIONS,
                wanted.isEmpty(),
                "set-python-functions",
                new Functions(wanted, unseenStops.areNeeded()));
    }

    private record Functions(List<Function> breakpoints, boolean runs) {}

    private List<Answer> set(String set, boolean isEmpty, String operation, Record arguments) {
        if (isEmpty && !asked.contains(set)) {
            return List.of();
        }
        asked.add(set);
        Placed placed = python.ask(operation, arguments, PlacedAnswer.class).orElseThrow(() -> new UserError(ENDED));
        Map<String, Answer> answers = new HashMap<>();
        placed.breakpoints.stream()
                .filter(each -> each.number() != null)
                .forEach(each -> answers.put(each.number(), each));
        known.put(set, answers);
        Placed told = placed.interrupt && unseenStops.areOutOfReach() ? placed.waitingFor(REMOTE) : placed;
        if (placed.interrupt) {
            unseenStops.ask();
        }
        return told.breakpoints.stream().map(told::explained).toList();
    }

    private record PlacedAnswer(Errands.Run run, Placed result) implements Errands.Answer<Placed> {}

    /** {@code waits}: why the breakpoints do not hold yet, or null; {@code interrupt}: whether the program must stand for a moment before they do. */
    private record Placed(List<Answer> breakpoints, String waits, boolean interrupt) {
        Placed waitingFor(String what) {
            return new Placed(breakpoints, what, interrupt);
        }

        Answer explained(Answer row) {
            return waits == null || row.verified() || row.number() == null ? row : pending(row, waits);
        }
    }

    /** The event {@code python-breakpoint}: one has found its line. */
    void changed(Answer now) {
        known.values().forEach(answers -> answers.computeIfPresent(now.number(), (number, was) -> now));
        shown.changed(now);
    }

    /** The process is gone: in the next one nothing is imported yet. */
    void processGone() {
        known.forEach((set, answers) -> {
            String what = set.equals(ShownBreakpoints.FUNCTIONS) ? "the function's module" : "this file";
            answers.replaceAll((number, was) -> pending(was, "The program has not imported " + what + " yet."));
            answers.values().forEach(shown::changed);
        });
    }

    private static Answer pending(Answer row, String why) {
        return new Answer(row.number(), null, false, row.enabled(), row.path(), row.line(), null, why);
    }
}
