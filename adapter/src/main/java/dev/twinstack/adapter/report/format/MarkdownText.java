package dev.twinstack.adapter.report.format;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of a program in Markdown, in which they mean nothing but themselves. */
final class MarkdownText {
    private static final Pattern TICKS = Pattern.compile("`+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_\\[\\]!|~]");
    private static final Pattern MENTION = Pattern.compile("[@#]");
    private static final Pattern BREAK = Pattern.compile("\\s*\\n\\s*");

    private MarkdownText() {}

    /** Plain text in one line, in which nothing is Markdown, HTML or a name or number that GitHub would link. */
    static String text(String text) {
        String line = BREAK.matcher(text).replaceAll(" ").replace("&", "&amp;").replace("<", "&lt;");
        return MENTION.matcher(PUNCTUATION.matcher(line).replaceAll("\\\\$0")).replaceAll("$0<!-- -->");
    }

    /** As code within a line, fenced by more ticks than it has itself (CommonMark, "Code spans"). */
    static String code(String text) {
        String line = BREAK.matcher(text).replaceAll(" ");
        String fence = "`".repeat(longest(line) + 1);
        return longest(line) == 0 ? fence + line + fence : fence + " " + line + " " + fence;
    }

    /** Lines of code. */
    static String block(String text) {
        String fence = "`".repeat(Math.max(3, longest(text) + 1));
        return fence + "text\n" + text + "\n" + fence;
    }

    /** A row of a table; a cell may be null. */
    static String row(String... cells) {
        return Arrays.stream(cells)
                .map(each -> each == null || each.isEmpty() ? "" : code(each).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A table with its titles. */
    static String table(List<String> titles, List<String> rows) {
        String line = titles.stream().map(each -> "---").collect(Collectors.joining(" | ", "| ", " |"));
        String head = titles.stream().collect(Collectors.joining(" | ", "| ", " |"));
        return head + "\n" + line + "\n" + String.join("\n", rows);
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
