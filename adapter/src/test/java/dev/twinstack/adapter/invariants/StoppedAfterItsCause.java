package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a request causes comes after its response: {@code stopped}, {@code exited} and {@code terminated} after that of the resume,
 * a stop with the reason {@code pause} after that of {@code pause}. A request that is refused causes nothing.
 */
final class StoppedAfterItsCause implements Invariant {
    private static final Set<String> RESUMES =
            Set.of("launch", "attach", "configurationDone", "continue", "next", "stepIn", "stepOut");
    private static final Set<String> EFFECTS = Set.of("stopped", "exited", "terminated");

    @Override
    public Stream<String> violations(List<Message> messages) {
        List<Message> open = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        for (Message message : messages) {
            if (message.isRequest() && succeeds(message, messages)) {
                open.add(message);
            } else if (message.isResponse()) {
                open.removeIf(request -> request.seq() == message.requestSeq());
            } else if (message.isEvent()) {
                open.stream()
                        .filter(request -> causes(request, message))
                        .forEach(request -> violations.add("Before the response to " + request + ": " + message));
            }
        }
        return violations.stream();
    }

    private static boolean succeeds(Message request, List<Message> messages) {
        return messages.stream()
                .anyMatch(message -> message.isSuccessOf(request.name()) && message.requestSeq() == request.seq());
    }

    private static boolean causes(Message request, Message event) {
        if (request.name().equals("pause")) {
            return event.isEvent("stopped") && event.json().toString().contains("\"reason\":\"pause\"");
        }
        return RESUMES.contains(request.name()) && EFFECTS.contains(event.name());
    }
}
