package dev.twinstack.adapter.report.format;

import static dev.twinstack.adapter.report.format.Markup.element;
import static dev.twinstack.adapter.report.format.Markup.escaped;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.Library;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The report as one page to look at, which needs nothing else: no script, no font, no picture, no connection. */
final class Html implements Format {
    private static final String STYLE = "report.css";

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public String render(CrashReport report) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(escaped(Headline.of(report)), style(), body(report));
    }

    private static String body(CrashReport report) {
        String causes = report.causes().stream().map(Html::cause).collect(Collectors.joining());
        return element("header", element("h1", escaped(Headline.of(report))) + causes + facts(Headline.details(report)))
                + element(
                        "main",
                        element("h2", "Threads")
                                + AlikeThreads.of(report.threads()).stream()
                                        .map(alike -> thread(Headline.of(report, alike), alike.get(0)))
                                        .collect(Collectors.joining())
                                + problems(report.problems())
                                + libraries(report.libraries()))
                + element(
                        "footer",
                        escaped(Headline.versions(report) + (report.time() == null ? "" : " · " + report.time())));
    }

    /** {@code lines}: as of {@link Headline#details}, a name and a value each. */
    private static String facts(List<String> lines) {
        return element(
                "dl",
                lines.stream()
                        .map(line -> line.split(": ", 2))
                        .map(line -> element("dt", escaped(line[0])) + element("dd", element("code", escaped(line[1]))))
                        .collect(Collectors.joining("\n")));
    }

    private static String cause(CrashFacts.Cause cause) {
        return element(
                "section class=\"cause\"",
                element("h2", "Likely cause: " + escaped(cause.says())) + list(cause.evidence()));
    }

    private static String thread(String title, ThreadReport thread) {
        String open = thread.crashed() ? " open" : "";
        String problem = thread.problem() == null ? "" : element("p", escaped(thread.problem()));
        String rest = thread.more() ? element("p", "Older frames are left out.") : "";
        return element(
                "details class=\"thread\"" + open,
                element("summary", element("h3", escaped(title))) + problem + HtmlFrames.of(thread) + rest);
    }

    private static String problems(List<String> problems) {
        return problems.isEmpty() ? "" : element("h2", "What could not be read") + list(problems);
    }

    private static String libraries(List<Library> libraries) {
        if (libraries.isEmpty()) {
            return "";
        }
        String rows = libraries.stream()
                .map(each -> Markup.row(each.path(), each.version(), each.buildId(), each.hasSymbols() ? "yes" : "no"))
                .collect(Collectors.joining());
        return element(
                "details",
                element("summary", element("h2", "Program and libraries"))
                        + Markup.table(List.of("path", "version", "build-id", "symbols"), rows));
    }

    private static String list(List<String> sentences) {
        return element(
                "ul",
                sentences.stream().map(each -> element("li", escaped(each))).collect(Collectors.joining("\n")));
    }

    private static String style() {
        try (InputStream style = Html.class.getResourceAsStream(STYLE)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
