package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A resume that the client asked for is not told to it again as {@code continued}. */
final class ContinuedUnasked implements Invariant {
    private static final Set<String> RESUMES =
            Set.of("configurationDone", "continue", "next", "stepIn", "stepOut", "stepBack", "reverseContinue");

    @Override
    public Stream<String> violations(List<Message> messages) {
        boolean asked = false;
        List<String> violations = new ArrayList<>();
        for (Message message : messages) {
            if (message.isRequest() && RESUMES.contains(message.name())) {
                asked = true;
            } else if (message.isEvent("stopped")) {
                asked = false;
            } else if (message.isEvent("continued") && asked) {
                violations.add("The client asked for this resume: " + message);
            }
        }
        return violations.stream();
    }
}
