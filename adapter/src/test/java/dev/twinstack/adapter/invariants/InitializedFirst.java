package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.List;
import java.util.stream.Stream;

/** No event comes before the response to {@code initialize}; {@code initialized} comes at most once. */
final class InitializedFirst implements Invariant {
    @Override
    public Stream<String> violations(List<Message> messages) {
        Stream<String> early = messages.stream()
                .takeWhile(message -> !message.isSuccessOf("initialize"))
                .filter(Message::isEvent)
                .map(event -> "An event before the response to initialize: " + event);
        Stream<String> repeated = messages.stream()
                .filter(message -> message.isEvent("initialized"))
                .skip(1)
                .map(event -> "Initialized a second time: " + event);
        return Stream.concat(early, repeated);
    }
}
