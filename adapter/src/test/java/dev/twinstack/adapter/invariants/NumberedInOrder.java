package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The server's messages carry numbers that grow. */
final class NumberedInOrder implements Invariant {
    @Override
    public Stream<String> violations(List<Message> messages) {
        List<Message> written = messages.stream()
                .filter(message -> message.from() == Message.Sender.SERVER)
                .toList();
        return IntStream.range(1, written.size())
                .filter(i -> written.get(i).seq() <= written.get(i - 1).seq())
                .mapToObj(i -> "Number " + written.get(i).seq() + " after "
                        + written.get(i - 1).seq() + ": " + written.get(i));
    }
}
