package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.client.Handles;
import java.util.HashMap;
import java.util.Map;

/** The numbers by which the client names frames: one frame has one id while the program stands, and none after a resume. */
final class FrameIds {
    private final Map<Frame, Integer> ids = new HashMap<>();
    private final Handles<Frame> frames = new Handles<>("frame", "stack");

    int idOf(Frame frame) {
        return ids.computeIfAbsent(frame, frames::to);
    }

    /** Throws {@link dev.twinstack.adapter.dap.UserError} for an id of an earlier stop. */
    Frame frame(int id) {
        return frames.get(id);
    }

    /** Forgets all frames, as the program runs on; their ids are not used again. */
    void clear() {
        ids.clear();
        frames.clear();
    }
}
