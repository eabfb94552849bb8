package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.Library;
import dev.twinstack.adapter.report.model.ThreadReport;
import dev.twinstack.adapter.report.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as Markdown with GitHub's tables and folded sections: for the summary of a job, an issue, an editor. */
public final class Markdown implements Format {
    private static final Pattern TICKS = Pattern.compile("`+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_\\[\\]!|~]");
    private static final Pattern MENTION = Pattern.compile("[@#]");
    private static final Pattern BREAK = Pattern.compile("\\s*\\n\\s*");

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
        List<String> parts = new ArrayList<>();
        parts.add("# " + code(Headline.of(report)));
        parts.add(Headline.details(report).stream().map(Markdown::item).collect(Collectors.joining("\n")));
        report.causes().forEach(cause -> parts.add(cause(cause)));
        for (ThreadReport thread : report.threads()) {
            parts.add(
                    thread.crashed()
                            ? "## " + text(Headline.of(report, thread)) + "\n\n" + thread(thread)
                            : folded(Headline.of(report, thread), thread(thread)));
        }
        if (!report.problems().isEmpty()) {
            parts.add("## What could not be read\n\n"
                    + report.problems().stream().map(each -> "- " + text(each)).collect(Collectors.joining("\n")));
        }
        if (!report.libraries().isEmpty()) {
            parts.add(folded("Program and libraries", libraries(report.libraries())));
        }
        parts.add(text(Headline.versions(report)));
        return String.join("\n\n", parts) + "\n";
    }

    private static String item(String line) {
        int colon = line.indexOf(": ");
        return "- " + line.substring(0, colon) + ": " + code(line.substring(colon + 2));
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
        List<String> parts = new ArrayList<>();
        if (thread.problem() != null) {
            parts.add(text(thread.problem()));
        }
        String rows =
                FrameText.runs(thread.frames()).stream().map(FrameText::row).collect(Collectors.joining("\n"));
        if (!thread.frames().isEmpty()) {
            parts.add(block(rows + (thread.more() ? "\n… older frames are left out" : "")));
        }
        thread.frames().stream()
                .filter(frame -> !frame.variables().isEmpty()
                        || thread.crashed() && !frame.source().isEmpty())
                .map(frame -> frame(frame, thread.crashed()))
                .forEach(parts::add);
        return String.join("\n\n", parts);
    }

    private static String frame(FrameReport frame, boolean isCrashed) {
        List<String> parts = new ArrayList<>();
        parts.add("### " + code(frame.function()) + " " + code(FrameText.shortPlace(frame)));
        if (isCrashed && !frame.source().isEmpty()) {
            parts.add(block(frame.source().stream()
                    .map(line -> FrameText.line(frame, line))
                    .collect(Collectors.joining("\n"))));
        }
        if (!frame.variables().isEmpty()) {
            parts.add(variables(frame.variables()));
        }
        return String.join("\n\n", parts);
    }

    private static String variables(List<Variable> variables) {
        return variables.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(cells(each.name(), each)),
                        each.children().stream().map(child -> cells(each.name() + "." + child.name(), child))))
                .collect(Collectors.joining("\n", "| name | value | type |\n| --- | --- | --- |\n", ""));
    }

    private static String cells(String name, Variable variable) {
        return cells(List.of(name, variable.value(), variable.type() == null ? "" : variable.type()));
    }

    private static String libraries(List<Library> libraries) {
        return libraries.stream()
                .map(each -> cells(List.of(
                        each.path(),
                        each.version() == null ? "" : each.version(),
                        each.buildId() == null ? "" : each.buildId(),
                        each.hasSymbols() ? "yes" : "")))
                .collect(Collectors.joining(
                        "\n", "| path | version | build-id | symbols |\n| --- | --- | --- | --- |\n", ""));
    }

    private static String cells(List<String> cells) {
        return cells.stream()
                .map(each -> each.isEmpty() ? "" : code(each).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Plain text in one line, in which nothing is Markdown, HTML or a name or number that GitHub would link. */
    private static String text(String text) {
        String line = BREAK.matcher(text).replaceAll(" ").replace("&", "&amp;").replace("<", "&lt;");
        return MENTION.matcher(PUNCTUATION.matcher(line).replaceAll("\\\\$0")).replaceAll("$0<!-- -->");
    }

    /** As code within a line, fenced by more ticks than it has itself (CommonMark, "Code spans"). */
    private static String code(String text) {
        String line = BREAK.matcher(text).replaceAll(" ");
        String fence = "`".repeat(longest(line) + 1);
        return longest(line) == 0 ? fence + line + fence : fence + " " + line + " " + fence;
    }

    private static String block(String text) {
        String fence = "`".repeat(Math.max(3, longest(text) + 1));
        return fence + "text\n" + text + "\n" + fence;
    }

    private static int longest(String text) {
        return TICKS.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
