package dev.twinstack.adapter.report.format;

import static dev.twinstack.adapter.report.format.Markup.element;
import static dev.twinstack.adapter.report.format.Markup.escaped;
import static dev.twinstack.adapter.report.format.Markup.inline;

import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.FrameReport.SourceLine;
import dev.twinstack.adapter.report.model.ThreadReport;
import dev.twinstack.adapter.report.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The stack of a thread as HTML: a frame opens into its source and variables, and CPython's machinery is folded. */
final class HtmlFrames {
    private HtmlFrames() {}

    static String of(ThreadReport thread) {
        StringBuilder items = new StringBuilder();
        List<FrameReport> folded = new ArrayList<>();
        boolean isFirst = thread.crashed();
        for (FrameReport frame : thread.frames()) {
            if (frame.subtle()) {
                folded.add(frame);
                continue;
            }
            items.append(folded(folded));
            items.append(element("li", frame(frame, isFirst && frame.file() != null)));
            isFirst &= frame.file() == null;
        }
        return element("ol class=\"frames\"", items.append(folded(folded)).toString());
    }

    /** Those frames as one item, or nothing if there are none; empties the list. */
    private static String folded(List<FrameReport> frames) {
        if (frames.isEmpty()) {
            return "";
        }
        String names =
                frames.size() == 1 ? frames.get(0).function() : frames.size() + " frames of CPython or a library";
        String inside =
                frames.stream().map(each -> element("li", frame(each, false))).collect(Collectors.joining());
        String item = frames.size() == 1
                ? element("li", frame(frames.get(0), false))
                : element(
                        "li",
                        element(
                                "details class=\"subtle\"",
                                element("summary", escaped(names)) + element("ol class=\"frames\"", inside)));
        frames.clear();
        return item;
    }

    private static String frame(FrameReport frame, boolean isOpen) {
        String title = title(frame);
        String inside = source(frame)
                + variables(frame.variables())
                + (frame.problem() == null ? "" : element("p", escaped(frame.problem())));
        String kind =
                "frame " + (frame.subtle() ? "subtle" : frame.isPython() ? FrameReport.PYTHON : FrameReport.NATIVE);
        return inside.isEmpty()
                ? element("div class=\"" + kind + "\"", title)
                : element(
                        "details class=\"" + kind + "\"" + (isOpen ? " open" : ""), element("summary", title) + inside);
    }

    private static String title(FrameReport frame) {
        String language = frame.isPython() ? "Python" : frame.file() == null ? "native" : "C";
        String base = frame.file() == null ? frame.library() : frame.file();
        String place = base == null ? "" : base.substring(base.lastIndexOf('/') + 1);
        String line = frame.file() == null || frame.line() == null ? "" : ":" + frame.line();
        return inline("span class=\"language\"", language) + " "
                + inline("code class=\"function\"", escaped(frame.function())) + " "
                + inline(
                        "span class=\"place\" title=\"" + escaped(base == null ? "" : base) + "\"",
                        escaped(place + line));
    }

    private static String source(FrameReport frame) {
        if (frame.source().isEmpty()) {
            return "";
        }
        String lines =
                frame.source().stream().map(line -> line(line, frame.line())).collect(Collectors.joining("\n"));
        return element("pre class=\"source\" tabindex=\"0\"", lines);
    }

    private static String line(SourceLine line, Integer current) {
        String text = "%5d  %s".formatted(line.number(), escaped(line.text()));
        return current != null && line.number() == current ? inline("mark", text) : text;
    }

    private static String variables(List<Variable> variables) {
        String rows = variables.stream().map(each -> rows(each, each.name())).collect(Collectors.joining());
        return rows.isEmpty() ? "" : Markup.table(List.of("name", "value", "type"), rows);
    }

    /** A row for a variable, and one for each of its parts, which {@code path} leads to. */
    private static String rows(Variable variable, String path) {
        return Markup.row(path, variable.value(), variable.type())
                + variable.children().stream()
                        .map(child -> rows(child, path + (child.name().startsWith("[") ? "" : ".") + child.name()))
                        .collect(Collectors.joining());
    }
}
