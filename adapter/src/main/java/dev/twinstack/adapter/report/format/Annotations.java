package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Workflow commands of GitHub Actions, which its runner reads in a step's output: an error at the line that crashed and, if that is no line of Python, a notice at
 * the line of Python that led there.
 */
final class Annotations implements Format {
    private final SourceRoot root;

    /** For the checkout that the environment names. */
    Annotations() {
        this(SourceRoot.of(System.getenv()));
    }

    Annotations(SourceRoot root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "annotations";
    }

    @Override
    public String extension() {
        return "annotations";
    }

    @Override
    public String render(CrashReport report) {
        String title = Headline.of(report);
        Optional<FrameReport> blamed = root.blamed(report);
        String error = command("error", blamed, title, message(report));
        return root.newestPython(report)
                .filter(frame -> !blamed.map(FrameReport::isPython).orElse(false))
                .map(frame -> error + command("notice", Optional.of(frame), title, frame.function() + " led to it."))
                .orElse(error);
    }

    private static String message(CrashReport report) {
        String causes = report.causes().stream().map(CrashFacts.Cause::says).collect(Collectors.joining("\n"));
        return causes.isEmpty() ? String.join("\n", Headline.details(report)) : causes;
    }

    private String command(String name, Optional<FrameReport> at, String title, String message) {
        String place = at.map(frame -> "file=" + property(file(frame)) + line(frame) + ",")
                .orElse("");
        return "::" + name + " " + place + "title=" + property(title) + "::" + data(message) + "\n";
    }

    private String file(FrameReport frame) {
        return root.within(frame.file()).orElse(frame.file());
    }

    private static String line(FrameReport frame) {
        return frame.line() == null ? "" : ",line=" + frame.line();
    }

    /** As the toolkit of GitHub Actions escapes the message ({@code @actions/core}, command). */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
