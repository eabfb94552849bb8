package dev.twinstack.adapter.console;

import dev.twinstack.adapter.stack.Frame;

/**
 * The frame that commands of the debug console are about: the one that the client has selected, until {@code up}, {@code frame 2},
 * {@code thread 3} and the like lead to another one. That holds until the program runs on or the client selects another.
 */
final class ConsoleSelection {
    private Frame ofClient;
    private Frame selected;

    /** The frame for the next command, where the client has selected that one. */
    Frame of(Frame client) {
        if (!client.equals(ofClient)) {
            ofClient = client;
            selected = client;
        }
        return selected;
    }

    /** What such a command has selected in GDB. */
    void now(Frame.Native frame) {
        selected = frame;
    }

    void forget() {
        ofClient = null;
        selected = null;
    }
}
