package dev.twinstack.adapter.report;

import dev.twinstack.adapter.report.model.FrameReport;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The newest frames of a thread that has ended the program itself: the C library's way from {@code abort} and what has called that to the signal. */
final class AbortFrames {
    private static final Pattern ABORT = Pattern.compile("(__GI_)?abort|raise|gsignal");

    private AbortFrames() {}

    /** The same frames, those passed over. */
    static List<FrameReport> passed(List<FrameReport> frames) {
        if (frames.isEmpty()) {
            return frames;
        }
        int way = frames.indexOf(Signature.telling(frames).get(0));
        boolean hasAborted = frames.subList(0, way).stream()
                .anyMatch(frame -> ABORT.matcher(Signature.function(frame)).matches());
        return hasAborted
                ? IntStream.range(0, frames.size())
                        .mapToObj(i -> i < way ? frames.get(i).passedOver() : frames.get(i))
                        .toList()
                : frames;
    }
}
