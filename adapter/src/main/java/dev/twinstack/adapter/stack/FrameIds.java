package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.dap.UserError;
import java.util.HashMap;
import java.util.Map;

/** The numbers by which the client names frames: one frame has one id while the program stands, and none after a resume. */
final class FrameIds {
    private final Map<Frame, Integer> ids = new HashMap<>();
    private final Map<Integer, Frame> frames = new HashMap<>();
    private int last;

    int idOf(Frame frame) {
        return ids.computeIfAbsent(frame, unseen -> {
            frames.put(++last, unseen);
            return last;
        });
    }

    /** Throws {@link UserError} for an id of an earlier stop. */
    Frame frame(int id) {
        Frame frame = frames.get(id);
        if (frame == null) {
            throw new UserError("There is no frame " + id
                    + ": frames are valid only until the program runs on; ask for the stack again.");
        }
        return frame;
    }

    /** Forgets all frames, as the program runs on; their ids are not used again. */
    void clear() {
        ids.clear();
        frames.clear();
    }
}
