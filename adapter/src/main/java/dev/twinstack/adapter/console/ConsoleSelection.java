package dev.twinstack.adapter.console;

import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.mi.MiRecord;
import java.util.Optional;

/**
 * The frame that commands of the debug console are about: the one that the client has selected, until {@code up}, {@code frame 2},
 * {@code thread 3} and the like lead to another one. That holds until the program runs on or the client selects another.
 */
final class ConsoleSelection {
    private Frame ofClient;
    private Frame selected;

    /** The frame for the next command; {@code client}: the frame that the client has selected. */
    Frame of(Frame client) {
        if (!client.equals(ofClient)) {
            ofClient = client;
            selected = client;
        }
        return selected;
    }

    /** The frame that GDB has selected, if that is what a record says (MI: {@code =thread-selected}). */
    static Optional<Frame.Native> in(MiRecord record) {
        return record instanceof MiRecord.Async async && async.asyncClass().equals("thread-selected")
                ? Optional.of(new Frame.Native(
                        async.results().integer("id"),
                        async.results()
                                .findTuple("frame")
                                .map(frame -> frame.integer("level"))
                                .orElse(0)))
                : Optional.empty();
    }

    /** A command has selected that frame in GDB; null: it has selected none. */
    void now(Frame.Native frame) {
        selected = frame == null ? selected : frame;
    }

    void forget() {
        ofClient = null;
        selected = null;
    }
}
