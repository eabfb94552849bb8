package dev.twinstack.adapter.report.run;

import dev.twinstack.adapter.dsl.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docs/ci.md} tells its reader to write. */
final class CiSnippets {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|.*$");
    private static final String TEXT = read(Repository.ROOT.resolve("docs/ci.md"));

    private CiSnippets() {}

    /** What stands under a heading, up to the next one. */
    static String section(String heading) {
        return found("(?ms)^## " + Pattern.quote(heading) + "\\n(.*?)(?=^## |\\z)", TEXT);
    }

    /** The first cells of the tables under a heading. */
    static List<String> rows(String heading) {
        return ROW.matcher(section(heading)).results().map(row -> row.group(1)).toList();
    }

    /** The shell commands that copy what is needed. */
    static List<String> copying() {
        return TEXT.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("mkdir ") || line.startsWith("cp "))
                .toList();
    }

    /** The commands of a step of GitHub's. */
    static String step(String name) {
        String step = found("(?ms)^- name: " + Pattern.quote(name) + "\\n(.*?)(?=^- |^```)", section("GitHub Actions"));
        return found("(?ms)^  run: \\|\\n(.*)", step).stripIndent();
    }

    /** The commands of the job's script of GitLab's. */
    static String script() {
        return found("(?ms)^  script:\\n(.*?)^  \\w", section("GitLab"))
                .lines()
                .map(line -> line.strip().substring("- ".length()) + "\n")
                .reduce("", String::concat);
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String found(String expression, String text) {
        Matcher found = Pattern.compile(expression).matcher(text);
        return found.results()
                .map((MatchResult each) -> each.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/ci.md has nothing like " + expression));
    }
}
