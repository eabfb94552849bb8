package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.program.ByThread;
import java.util.HashMap;
import java.util.Map;

/** The numbers by which the client names frames: one frame has one id while its thread stands, and none after a resume. */
final class FrameIds {
    private final Map<Frame, Integer> ids = new HashMap<>();
    private final Handles<Frame> frames = new Handles<>("frame", "stack");

    int idOf(Frame frame) {
        return ids.computeIfAbsent(frame, added -> frames.to(added.thread(), added));
    }

    /** Throws {@link dev.twinstack.adapter.dap.UserError} for an id of an earlier stop. */
    Frame frame(int id) {
        return frames.get(id);
    }

    /** Forgets the frames of a thread that runs on, 0 for all; their ids are not used again. */
    void forget(int thread) {
        ids.keySet().removeIf(frame -> thread == ByThread.ALL || frame.thread() == thread);
        frames.forget(thread);
    }
}
