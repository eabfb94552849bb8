package dev.twinstack.adapter.report.format;

import static dev.twinstack.adapter.report.format.MarkdownText.block;
import static dev.twinstack.adapter.report.format.MarkdownText.code;
import static dev.twinstack.adapter.report.format.MarkdownText.row;
import static dev.twinstack.adapter.report.format.MarkdownText.table;
import static dev.twinstack.adapter.report.format.MarkdownText.text;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.Library;
import dev.twinstack.adapter.report.model.ThreadReport;
import dev.twinstack.adapter.report.model.Variable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as Markdown with GitHub's tables and folded sections: for the summary of a job, an issue, an editor. No longer than an issue may be. */
final class Markdown implements Format {
    /** GitHub's limit for the text of an issue or a comment, 65,536 characters, less what must be there; the summary of a job may have sixteen times that. */
    private static final int MOST = 50_000;
    /** Of that for the rows of one stack. */
    private static final int STACK = 20_000;

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public String render(CrashReport report) {
        BoundedParts parts = new BoundedParts(MOST);
        parts.add("# " + code(Headline.of(report)));
        report.causes().forEach(cause -> parts.add(cause(cause)));
        parts.add(Headline.details(report).stream().map(Markdown::item).collect(Collectors.joining("\n")));
        for (List<ThreadReport> alike : AlikeThreads.of(report.threads())) {
            ThreadReport thread = alike.get(0);
            if (thread.crashed()) {
                parts.add("## " + text(Headline.of(report, thread)) + "\n\n" + stack(thread));
                frames(thread).forEach(parts::offer);
            } else {
                parts.offer(folded(Headline.of(report, alike), thread(thread)));
            }
        }
        if (!report.problems().isEmpty()) {
            parts.add("## What could not be read\n\n" + list(report.problems()));
        }
        if (!report.libraries().isEmpty()) {
            parts.offer(folded("Program and libraries", libraries(report.libraries())));
        }
        if (parts.leftOut() > 0) {
            parts.add(parts.leftOut()
                    + " parts (frames with their variables, threads, the list of libraries) are left out,"
                    + " as GitHub takes no longer text. The other formats have them.");
        }
        parts.add(text(Headline.versions(report)));
        return parts + "\n";
    }

    private static String item(String line) {
        int colon = line.indexOf(": ");
        return "- " + line.substring(0, colon) + ": " + code(line.substring(colon + 2));
    }

    private static String list(List<String> sentences) {
        return sentences.stream().map(each -> "- " + text(each)).collect(Collectors.joining("\n"));
    }

    private static String cause(CrashFacts.Cause cause) {
        String evidence =
                cause.evidence().stream().map(each -> "\n> - " + code(each)).collect(Collectors.joining());
        return "> **Likely cause:** " + text(cause.says()) + (evidence.isEmpty() ? "" : "\n>" + evidence);
    }

    private static String folded(String title, String content) {
        return "<details><summary>" + text(title) + "</summary>\n\n" + content + "\n\n</details>";
    }

    private static String thread(ThreadReport thread) {
        return Stream.concat(Stream.of(stack(thread)), frames(thread)).collect(Collectors.joining("\n\n"));
    }

    /** The frames in rows, or why there are none. */
    private static String stack(ThreadReport thread) {
        StringBuilder rows = new StringBuilder();
        boolean more = thread.more();
        for (List<FrameReport> run : FrameText.runs(thread.frames())) {
            more |= rows.length() > STACK;
            rows.append(rows.length() > STACK ? "" : FrameText.row(run) + "\n");
        }
        String told = rows.append(more ? "… older frames are left out" : "")
                .toString()
                .stripTrailing();
        String problem = thread.problem() == null ? "" : text(thread.problem());
        return told.isEmpty() ? problem : problem.isEmpty() ? block(told) : problem + "\n\n" + block(told);
    }

    private static Stream<String> frames(ThreadReport thread) {
        return thread.frames().stream()
                .filter(frame -> !frame.variables().isEmpty()
                        || thread.crashed()
                                && !frame.subtle()
                                && !frame.source().isEmpty())
                .map(frame -> frame(frame, thread.crashed()));
    }

    private static String frame(FrameReport frame, boolean isCrashed) {
        Stream<String> source = frame.source().stream().map(line -> FrameText.line(frame, line));
        return Stream.of(
                        "### " + code(frame.function()) + " " + code(FrameText.shortPlace(frame)),
                        isCrashed && !frame.source().isEmpty() ? block(source.collect(Collectors.joining("\n"))) : "",
                        frame.variables().isEmpty() ? "" : variables(frame.variables()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String variables(List<Variable> variables) {
        List<String> rows = variables.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(row(each.name(), each.value(), each.type())),
                        each.children().stream()
                                .map(child -> row(each.name() + "." + child.name(), child.value(), child.type()))))
                .toList();
        return table(List.of("name", "value", "type"), rows);
    }

    private static String libraries(List<Library> libraries) {
        List<String> rows = libraries.stream()
                .map(each -> row(each.path(), each.version(), each.buildId(), each.hasSymbols() ? "yes" : ""))
                .toList();
        return table(List.of("path", "version", "build-id", "symbols"), rows);
    }
}
