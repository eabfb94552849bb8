package dev.twinstack.adapter.report.model;

import dev.twinstack.adapter.crash.Absent;
import java.util.List;

/**
 * A thread and its merged stack.
 *
 * @param id GDB's number of it
 * @param osId the kernel's number
 * @param gil how it stands to the GIL: {@code holds}, {@code waits}, {@code released} or what else is told of it; null for a thread that is not Python's
 * @param frames the newest first
 * @param more there are older frames than those
 * @param problem why there is no stack, or null
 */
public record ThreadReport(
        int id,
        String name,
        int osId,
        String gil,
        boolean crashed,
        List<FrameReport> frames,
        boolean more,
        String problem) {
    public ThreadReport {
        frames = Absent.empty(frames);
    }

    /** The same thread without arguments and locals. */
    ThreadReport withoutVariables() {
        List<FrameReport> bare =
                frames.stream().map(FrameReport::withoutVariables).toList();
        return new ThreadReport(id, name, osId, gil, crashed, bare, more, problem);
    }
}
