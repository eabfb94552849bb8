package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import dev.twinstack.adapter.dsl.Recording;
import java.util.List;

/** Checks a recorded session that has ended against every rule. */
public final class ProtocolInvariants {
    private static final List<Invariant> ALL = List.of(
            new AnsweredOnce(),
            new InitializedFirst(),
            new LaunchedAfterConfiguration(),
            new StoppedAfterItsCause(),
            new ContinuedUnasked(),
            new EndedOnce(),
            new TerminatedAfterDisconnect(),
            new ProgressEnded(),
            new NumberedInOrder(),
            new ConformsToSchema());

    private ProtocolInvariants() {}

    /** Fails with all violations and the transcript. */
    public static void check(Recording recording) {
        List<String> violations = violations(recording);
        if (!violations.isEmpty()) {
            throw new AssertionError("The session breaks the protocol:\n" + String.join("\n", violations));
        }
    }

    static List<String> violations(Recording recording) {
        List<Message> messages = recording.messages();
        return ALL.stream().flatMap(rule -> rule.violations(messages)).toList();
    }
}
