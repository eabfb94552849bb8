package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.python.Helpers;

/** The helpers' operations on what GDB records of the program. */
record RecordingOperations(Helpers helpers) {
    /** Records the program from here on, by GDB's {@code method}. */
    void record(String method) {
        helpers.call("record", new Method(method));
    }

    private record Method(String method) {}

    /** Whether GDB shows what it has recorded, instead of running the program. */
    boolean replays() {
        return helpers.call("replays", new Helpers.Nothing(), Replays.class).replays();
    }

    private record Replays(boolean replays) {}

    /** Ends the recording; the program stands at its end, whatever GDB has shown of it. */
    void stopRecording() {
        helpers.call("stop-recording", new Helpers.Nothing());
    }

    /** Why GDB cannot go back along a recording, or null. */
    String backwardsRefusal() {
        return helpers.call("backwards-refusal", new Helpers.Nothing(), Refusal.class)
                .reason();
    }

    private record Refusal(String reason) {}
}
