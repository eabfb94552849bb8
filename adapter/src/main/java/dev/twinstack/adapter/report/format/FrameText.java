package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.report.model.FrameReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every format says in words of a frame. */
final class FrameText {
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("c", "C"),
            Map.entry("h", "C"),
            Map.entry("cc", "C++"),
            Map.entry("cpp", "C++"),
            Map.entry("cxx", "C++"),
            Map.entry("hpp", "C++"),
            Map.entry("pyx", "Cython"),
            Map.entry("pxd", "Cython"),
            Map.entry("rs", "Rust"));

    private FrameText() {}

    /** {@code Python}, {@code C}, what else the file's name tells, or {@code native}. */
    static String language(FrameReport frame) {
        if (frame.isPython()) {
            return "Python";
        }
        String file = frame.file() == null ? "" : frame.file();
        return LANGUAGES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "native");
    }

    /** The path of the file and the line, or an empty text. */
    static String place(FrameReport frame) {
        return frame.file() == null ? "" : frame.file() + ":" + frame.line();
    }

    /** The same with the file's own name alone. */
    static String shortPlace(FrameReport frame) {
        String place = place(frame);
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** Language, function and place in columns. */
    private static String row(FrameReport frame) {
        return String.format("%-7s %-32s %s", language(frame), frame.function(), place(frame))
                .stripTrailing();
    }

    /** The frames in runs: CPython's own frames that stand together are one run, each other frame is a run by itself. */
    static List<List<FrameReport>> runs(List<FrameReport> frames) {
        List<List<FrameReport>> runs = new ArrayList<>();
        boolean wasMachinery = false;
        for (FrameReport frame : frames) {
            if (!isMachinery(frame) || !wasMachinery) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(frame);
            wasMachinery = isMachinery(frame);
        }
        return runs;
    }

    /** Whether a frame is CPython's own. */
    static boolean isMachinery(FrameReport frame) {
        return frame.subtle() && !frame.isPython();
    }

    /** The one row for a run of frames. */
    static String row(List<FrameReport> run) {
        FrameReport first = run.get(0);
        if (!isMachinery(first)) {
            return row(first);
        }
        String last = run.size() > 1 ? ", " + run.get(run.size() - 1).function() : "";
        String between = run.size() > 2 ? ", " + (run.size() - 2) + " more" : "";
        return "        · " + first.function() + between + last;
    }

    /** A line of source with its number; an arrow is at the frame's own. */
    static String line(FrameReport frame, FrameReport.SourceLine line) {
        return String.format("%s %5d  %s", isCurrent(frame, line) ? "→" : " ", line.number(), line.text())
                .stripTrailing();
    }

    static boolean isCurrent(FrameReport frame, FrameReport.SourceLine line) {
        return frame.line() != null && frame.line() == line.number();
    }
}
