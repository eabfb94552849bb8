package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Message;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each request has one response, after it and of its own command; each response has a request. */
final class AnsweredOnce implements Invariant {
    @Override
    public Stream<String> violations(List<Message> messages) {
        Map<Integer, List<Message>> answers =
                messages.stream().filter(Message::isResponse).collect(Collectors.groupingBy(Message::requestSeq));
        Map<Integer, Message> requests = messages.stream()
                .filter(Message::isRequest)
                .collect(Collectors.toMap(Message::seq, Function.identity()));
        Stream<String> unanswered = requests.values().stream()
                .flatMap(request -> ofRequest(request, answers.getOrDefault(request.seq(), List.of()), messages));
        Stream<String> unasked = answers.entrySet().stream()
                .filter(entry -> !requests.containsKey(entry.getKey()))
                .map(entry -> "A response to no request: " + entry.getValue());
        return Stream.concat(unanswered, unasked);
    }

    private static Stream<String> ofRequest(Message request, List<Message> answers, List<Message> messages) {
        if (answers.size() != 1) {
            return Stream.of(answers.size() + " responses to " + request);
        }
        Message answer = answers.get(0);
        if (!answer.name().equals(request.name())) {
            return Stream.of("A response of another command: " + answer + " to " + request);
        }
        return messages.indexOf(answer) > messages.indexOf(request)
                ? Stream.empty()
                : Stream.of("A response before its request: " + answer);
    }
}
