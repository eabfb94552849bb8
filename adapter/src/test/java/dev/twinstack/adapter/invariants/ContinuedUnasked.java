package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A resume that the client asked for is not told to it again as {@code continued}. One that was refused is told if it comes all the same: GDB may have let the program run before it was
 * interrupted, for a hasty client that has sent the next request by then.
 */
final class ContinuedUnasked implements Invariant {
    private static final Set<String> RESUMES =
            Set.of("configurationDone", "continue", "next", "stepIn", "stepOut", "stepBack", "reverseContinue");

    @Override
    public Stream<String> violations(List<Message> messages) {
        Set<Integer> asked = new HashSet<>();
        List<String> violations = new ArrayList<>();
        for (Message message : messages) {
            if (message.isRequest() && RESUMES.contains(message.name())) {
                asked.add(message.seq());
            } else if (message.isResponse() && !message.succeeded()) {
                asked.remove(message.requestSeq());
            } else if (message.isEvent("stopped")) {
                asked.clear();
            } else if (message.isEvent("continued") && !asked.isEmpty()) {
                violations.add("The client asked for this resume: " + message);
            }
        }
        return violations.stream();
    }
}
