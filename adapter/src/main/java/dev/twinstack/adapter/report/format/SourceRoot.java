package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checkout of the sources, within which those who show a report beside the sources name files. */
record SourceRoot(Path directory) {
    SourceRoot {
        directory = directory.toAbsolutePath().normalize();
    }

    /** As the CI's runner names it in the environment (GitHub, GitLab), otherwise where Twinstack runs. */
    static SourceRoot of(Map<String, String> environment) {
        String named = environment.getOrDefault("GITHUB_WORKSPACE", environment.get("CI_PROJECT_DIR"));
        return new SourceRoot(Path.of(named == null || named.isEmpty() ? "" : named));
    }

    /** Path of a file within it, with slashes; empty where it lies elsewhere. */
    Optional<String> within(String file) {
        Path path = directory.resolve(file).normalize();
        return path.startsWith(directory) && !path.equals(directory)
                ? Optional.of(directory.relativize(path).toString())
                : Optional.empty();
    }

    /** The newest frame of the crash in a file of the checkout; otherwise the newest that has a file at all. */
    Optional<FrameReport> blamed(CrashReport report) {
        List<FrameReport> placed = report.crashed().map(ThreadReport::frames).orElse(List.of()).stream()
                .filter(frame -> frame.file() != null && !frame.subtle())
                .toList();
        return placed.stream()
                .filter(frame -> within(frame.file()).isPresent())
                .findFirst()
                .or(() -> placed.stream().findFirst());
    }

    /** The newest frame of Python in a file of the checkout. */
    Optional<FrameReport> newestPython(CrashReport report) {
        return report.crashed().map(ThreadReport::frames).orElse(List.of()).stream()
                .filter(frame -> frame.isPython() && frame.file() != null)
                .filter(frame -> within(frame.file()).isPresent())
                .findFirst();
    }
}
