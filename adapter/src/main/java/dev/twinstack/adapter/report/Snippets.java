package dev.twinstack.adapter.report;

import dev.twinstack.adapter.report.model.FrameReport.SourceLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lines of source files of this machine. Each file is read once; a missing or huge one has no lines. */
final class Snippets {
    private static final int LENGTH = 200;
    private static final long LARGEST = 8 << 20;

    private final Map<String, List<String>> files = new HashMap<>();

    /** The line of that number, counted from 1, and {@code more} on both sides of it. */
    List<SourceLine> around(String file, int line, int more) {
        List<String> lines = files.computeIfAbsent(file, Snippets::lines);
        return line > lines.size()
                ? List.of()
                : IntStream.rangeClosed(Math.max(1, line - more), Math.min(lines.size(), line + more))
                        .mapToObj(number -> new SourceLine(number, shortened(lines.get(number - 1))))
                        .toList();
    }

    private static String shortened(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
    }

    private static List<String> lines(String file) {
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path) && Files.size(path) <= LARGEST
                    ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
