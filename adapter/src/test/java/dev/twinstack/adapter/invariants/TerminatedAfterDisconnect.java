package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.List;
import java.util.stream.Stream;

/** A session that {@code disconnect} ends, and not the program's exit, is {@code terminated} behind the response. */
final class TerminatedAfterDisconnect implements Invariant {
    @Override
    public Stream<String> violations(List<Message> messages) {
        return messages.stream()
                .dropWhile(message -> !(message.isRequest() && message.name().equals("disconnect")))
                .takeWhile(message -> !message.isResponse() || !message.name().equals("disconnect"))
                .filter(message -> message.isEvent("terminated"))
                .filter(end -> messages.stream().noneMatch(message -> message.isEvent("exited")))
                .map(end -> "Before the response to disconnect: " + end);
    }
}
