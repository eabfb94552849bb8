package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.List;
import java.util.stream.Stream;

/** A {@code launch} or {@code attach} succeeds only after {@code configurationDone} was sent. */
final class LaunchedAfterConfiguration implements Invariant {
    @Override
    public Stream<String> violations(List<Message> messages) {
        return messages.stream()
                .takeWhile(message -> !(message.isRequest() && message.name().equals("configurationDone")))
                .filter(message -> message.isSuccessOf("launch") || message.isSuccessOf("attach"))
                .map(response -> "Launched before configurationDone: " + response);
    }
}
