package dev.twinstack.adapter.report.format;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.report.format.SarifLog.Artifact;
import dev.twinstack.adapter.report.format.SarifLog.Location;
import dev.twinstack.adapter.report.format.SarifLog.Message;
import dev.twinstack.adapter.report.format.SarifLog.Stack;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.ProcessInfo;
import dev.twinstack.adapter.report.model.Reason;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as one result in the format of static analysers (OASIS SARIF 2.1.0), with a stack for each thread. */
final class Sarif implements Format {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String BASE = "SRCROOT";

    private final SourceRoot root;

    /** For the checkout that the environment names. */
    Sarif() {
        this(SourceRoot.of(System.getenv()));
    }

    Sarif(SourceRoot root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public String extension() {
        return "sarif";
    }

    @Override
    public String render(CrashReport report) {
        SarifLog.Rule rule = rule(report);
        SarifLog.Driver driver = new SarifLog.Driver(
                "Twinstack",
                report.versions() == null ? null : report.versions().twinstack(),
                List.of(rule));
        Map<String, Artifact> bases =
                Map.of(BASE, new Artifact("file://" + encoded((root.directory() + "/").replace("//", "/")), null));
        SarifLog.Run run = new SarifLog.Run(
                new SarifLog.Tool(driver), List.of(invocation(report)), bases, List.of(result(report, rule)));
        return GSON.toJson(new SarifLog(SCHEMA, "2.1.0", List.of(run))) + "\n";
    }

    /** The first of the likely causes, or the signal. */
    private static SarifLog.Rule rule(CrashReport report) {
        Reason reason = report.reason();
        return report.causes().stream()
                .findFirst()
                .map(cause -> new SarifLog.Rule(cause.rule(), new Message(cause.says())))
                .orElseGet(() -> new SarifLog.Rule(
                        reason.name(), new Message(reason.meaning() == null ? reason.name() : reason.meaning())));
    }

    private static SarifLog.Invocation invocation(CrashReport report) {
        ProcessInfo process = report.process();
        String command = process.command().isEmpty() ? null : String.join(" ", process.command());
        String signal =
                report.reason().kind().equals(Reason.SIGNAL) ? report.reason().name() : null;
        return new SarifLog.Invocation(
                report.reason().kind().equals(Reason.SNAPSHOT),
                command,
                process.pid(),
                process.exitStatus(),
                signal,
                report.time());
    }

    private SarifLog.Result result(CrashReport report, SarifLog.Rule rule) {
        Stream<String> says = report.causes().stream().map(CrashFacts.Cause::says);
        String text = Stream.concat(Stream.of(Headline.of(report)), says).collect(Collectors.joining("\n"));
        Map<String, String> fingerprints =
                report.signature() == null ? null : Map.of("twinstackSignature/v1", report.signature());
        return new SarifLog.Result(
                rule.id(),
                0,
                "error",
                new Message(text),
                root.blamed(report).map(this::location).stream().toList(),
                report.threads().stream()
                        .filter(thread -> !thread.frames().isEmpty())
                        .map(thread -> stack(report, thread))
                        .toList(),
                fingerprints);
    }

    private Stack stack(CrashReport report, ThreadReport thread) {
        return new Stack(
                new Message(Headline.of(report, thread)),
                thread.frames().stream()
                        .map(frame -> new SarifLog.Frame(location(frame), frame.library(), thread.osId()))
                        .toList());
    }

    private Location location(FrameReport frame) {
        SarifLog.LogicalLocation function = new SarifLog.LogicalLocation(frame.function(), "function");
        return new Location(
                frame.file() == null ? null : new SarifLog.PhysicalLocation(artifact(frame.file()), region(frame)),
                List.of(function));
    }

    private Artifact artifact(String file) {
        return root.within(file)
                .map(path -> new Artifact(encoded("/" + path).substring(1), BASE))
                .orElseGet(() -> new Artifact(
                        file.startsWith("/")
                                ? "file://" + encoded(file)
                                : encoded("/" + file).substring(1),
                        null));
    }

    private static SarifLog.Region region(FrameReport frame) {
        return frame.line() == null || frame.line() < 1
                ? null
                : frame.source().stream()
                        .filter(line -> line.number() == frame.line())
                        .findFirst()
                        .map(line -> new SarifLog.Region(frame.line(), new Message(line.text())))
                        .orElseGet(() -> new SarifLog.Region(frame.line(), null));
    }

    /** A path with a slash in front, as a URI has it. */
    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("A path that begins with a slash: " + path, impossible);
        }
    }
}
