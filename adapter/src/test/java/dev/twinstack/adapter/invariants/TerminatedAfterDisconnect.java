package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.List;
import java.util.stream.Stream;

/** A session with an attached program that {@code disconnect} ends, and nothing before it, is {@code terminated} behind the response. */
final class TerminatedAfterDisconnect implements Invariant {
    @Override
    public Stream<String> violations(List<Message> messages) {
        boolean isAttached = messages.stream().anyMatch(message -> message.isSuccessOf("attach"));
        if (!isAttached || messages.stream().anyMatch(TerminatedAfterDisconnect::isEnd)) {
            return Stream.empty();
        }
        return messages.stream()
                .dropWhile(message -> !message.isRequest() || !message.name().equals("disconnect"))
                .takeWhile(message -> !message.isResponse() || !message.name().equals("disconnect"))
                .filter(message -> message.isEvent("terminated"))
                .map(end -> "Before the response to disconnect: " + end);
    }

    /** The program's own, GDB's or the target's. */
    private static boolean isEnd(Message message) {
        return message.isEvent("exited")
                || message.isEvent("output") && message.json().toString().contains("debug session is over");
    }
}
