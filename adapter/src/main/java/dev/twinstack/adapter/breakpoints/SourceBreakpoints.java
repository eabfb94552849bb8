package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.BreakpointOperations.Answer;
import dev.twinstack.adapter.breakpoints.BreakpointOperations.Line;
import dev.twinstack.adapter.breakpoints.BreakpointOperations.PlacedLines;
import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.stack.Sources;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.debug.BreakpointLocation;
import org.eclipse.lsp4j.debug.BreakpointLocationsArguments;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceBreakpoint;

/** Breakpoints and log points on lines of native sources. */
final class SourceBreakpoints {
    private static final String PATHLESS = "A breakpoint needs a source with a path.";

    private final BreakpointOperations operations;
    private final ShownBreakpoints shown;
    private final ClientFormat format;
    private final SourceMap sourceMap;
    /** GDB's numbers of what was wanted last in each file, by {@link Line#key}. */
    private final Map<String, Map<String, String>> numbers = new HashMap<>();

    SourceBreakpoints(
            BreakpointOperations operations, ShownBreakpoints shown, ClientFormat format, SourceMap sourceMap) {
        this.operations = operations;
        this.shown = shown;
        this.format = format;
        this.sourceMap = sourceMap;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsConditionalBreakpoints(true);
        capabilities.setSupportsHitConditionalBreakpoints(true);
        capabilities.setSupportsLogPoints(true);
        capabilities.setSupportsBreakpointLocationsRequest(true);
    }

    /** The lines that have code; GDB knows no columns. */
    BreakpointLocation[] locations(BreakpointLocationsArguments arguments) {
        if (arguments.getSource().getPath() == null) {
            throw new UserError(PATHLESS);
        }
        int line = format.fromClientLine(arguments.getLine());
        int end = arguments.getEndLine() == null ? line : format.fromClientLine(arguments.getEndLine());
        String path = arguments.getSource().getPath();
        List<Integer> lines = Sources.isPython(path)
                ? operations.pythonLocations(sourceMap.toDebuggee(path), path, line, end)
                : operations.locations(sourceMap.toDebuggee(path), line, end);
        return lines.stream().map(this::location).toArray(BreakpointLocation[]::new);
    }

    private BreakpointLocation location(int line) {
        BreakpointLocation location = new BreakpointLocation();
        location.setLine(format.line(line));
        return location;
    }

    /** Why no breakpoint can be set in a source, or null. */
    String refusal(Source source) {
        return source.getPath() == null ? PATHLESS : null;
    }

    /** Replaces those of a file. A client names all of them for each that it changes; GDB is asked for those alone that are not in their places yet. */
    List<Answer> set(Source source, List<Line> wanted) {
        Map<String, String> before = numbers.remove(source.getPath());
        Answer[] answers = wanted.stream().map(line -> known(before, line)).toArray(Answer[]::new);
        if (!ask(source, wanted, answers)) {
            Arrays.fill(answers, null);
            ask(source, wanted, answers);
        }
        Map<String, String> after = new HashMap<>();
        for (int i = 0; i < answers.length; i++) {
            after.put(wanted.get(i).key(), answers[i].number());
        }
        numbers.put(source.getPath(), after);
        return List.of(answers);
    }

    /** The answer for a line that was wanted before, and to whose breakpoint nothing has happened since; otherwise null. */
    private Answer known(Map<String, String> before, Line line) {
        String number = before == null ? null : before.remove(line.key());
        return number == null ? null : shown.verified(number).orElse(null);
    }

    /** Asks for those that have no answer yet. False when GDB does not have the others any more. */
    private boolean ask(Source source, List<Line> wanted, Answer[] answers) {
        List<Integer> asked = IntStream.range(0, answers.length)
                .filter(i -> answers[i] == null)
                .boxed()
                .toList();
        List<String> kept = Arrays.stream(answers)
                .filter(Objects::nonNull)
                .map(Answer::number)
                .toList();
        PlacedLines placed = operations.setBreakpoints(
                sourceMap.toDebuggee(source.getPath()),
                source.getPath(),
                asked.stream().map(wanted::get).toList(),
                kept);
        Iterator<Answer> given = placed.breakpoints().iterator();
        asked.forEach(i -> answers[i] = given.next());
        return placed.kept() == kept.size();
    }

    /** What is wanted, as the program counts lines. */
    List<Line> lines(SourceBreakpoint[] wanted) {
        return Arrays.stream(wanted).map(this::line).toList();
    }

    private Line line(SourceBreakpoint wanted) {
        return new Line(
                format.fromClientLine(wanted.getLine()),
                wanted.getMode(),
                wanted.getCondition(),
                wanted.getHitCondition(),
                wanted.getLogMessage());
    }
}
