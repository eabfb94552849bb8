package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Threads of which a reader needs to see one: they stand at the same place, and nothing more is known of them, as the idle workers of a library's pool. */
final class AlikeThreads {
    private AlikeThreads() {}

    /** All threads, those that are alike together; in the order of the first of each. */
    static List<List<ThreadReport>> of(List<ThreadReport> threads) {
        Map<Object, List<ThreadReport>> found = new LinkedHashMap<>();
        threads.forEach(each ->
                found.computeIfAbsent(sort(each), sort -> new ArrayList<>()).add(each));
        return List.copyOf(found.values());
    }

    private static Object sort(ThreadReport thread) {
        boolean isTold = thread.crashed()
                || thread.problem() != null
                || thread.frames().isEmpty()
                || thread.frames().stream().anyMatch(frame -> !frame.variables().isEmpty() || frame.problem() != null);
        return isTold
                ? thread.id()
                : List.of(
                        String.valueOf(thread.gil()),
                        thread.frames().stream().map(AlikeThreads::place).toList());
    }

    private static String place(FrameReport frame) {
        return frame.function() + " " + FrameText.place(frame) + " " + frame.library();
    }
}
