package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.List;
import java.util.stream.Stream;

/** {@code exited} at most once and before {@code terminated}; no event after {@code terminated}, a second one included. */
final class EndedOnce implements Invariant {
    @Override
    public Stream<String> violations(List<Message> messages) {
        Stream<String> late = messages.stream()
                .dropWhile(message -> !message.isEvent("terminated"))
                .skip(1)
                .filter(Message::isEvent)
                .map(event -> "An event after terminated: " + event);
        Stream<String> repeated = messages.stream()
                .filter(message -> message.isEvent("exited"))
                .skip(1)
                .map(event -> "Exited a second time: " + event);
        return Stream.concat(late, repeated);
    }
}
