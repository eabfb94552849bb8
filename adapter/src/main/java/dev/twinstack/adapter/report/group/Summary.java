package dev.twinstack.adapter.report.group;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.twinstack.adapter.report.Signature;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One crash in a list of many.
 *
 * @param what the signal, or what else happened
 * @param frames names of the newest frames of the thread that crashed by which it is told from others, the newest first
 */
record Summary(Path file, String signature, String time, String what, List<String> frames) {
    private static final Gson GSON = new Gson();
    private static final int FRAMES = 4;

    /** Empty where the file is no report of a version that is known here. */
    static Optional<Summary> read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            Document document = GSON.fromJson(text, Document.class);
            return document == null || !document.isReport() ? Optional.empty() : Optional.of(document.summary(file));
        } catch (IOException | JsonParseException noReport) {
            return Optional.empty();
        }
    }

    /** The members of a report that are needed here; a reader of JSON passes over the others. */
    private record Document(int schema, String signature, String time, Reason reason, List<Thread> threads) {
        boolean isReport() {
            boolean isKnown = schema > 0 && schema <= CrashReport.SCHEMA;
            return isKnown
                    && time != null
                    && reason != null
                    && threads != null
                    && threads.stream().allMatch(Thread::isWhole);
        }

        Summary summary(Path file) {
            List<FrameReport> frames = threads.stream()
                    .filter(Thread::crashed)
                    .flatMap(thread -> thread.frames().stream())
                    .map(Frame::named)
                    .toList();
            List<String> names = Signature.telling(frames).stream()
                    .map(FrameReport::function)
                    .limit(FRAMES)
                    .toList();
            return new Summary(file, signature == null ? "" : signature, time, reason.name(), names);
        }
    }

    private record Reason(String name) {}

    private record Thread(boolean crashed, List<Frame> frames) {
        boolean isWhole() {
            return frames != null
                    && frames.stream().noneMatch(frame -> frame.language == null || frame.function == null);
        }
    }

    private record Frame(String language, String function, String library, boolean subtle) {
        FrameReport named() {
            return new FrameReport(language, function, null, null, library, null, subtle, null, null, null);
        }
    }
}
