package dev.twinstack.adapter.invariants;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a request causes comes after its response: {@code stopped}, {@code exited} and {@code terminated} after that of the resume,
 * a stop with the reason {@code pause} after that of {@code pause}.
 *
 * <p>A request that is refused causes nothing. A client may send a resume while an earlier one, already answered, is still to end in a
 * stop; that stop is the earlier one's.
 */
final class StoppedAfterItsCause implements Invariant {
    private static final Set<String> STARTS = Set.of("launch", "attach", "configurationDone");
    private static final Set<String> RESUMES =
            Set.of("continue", "next", "stepIn", "stepOut", "stepBack", "reverseContinue");
    private static final Set<String> EFFECTS = Set.of("stopped", "exited", "terminated");

    @Override
    public Stream<String> violations(List<Message> messages) {
        Causes causes = new Causes();
        List<String> violations = new ArrayList<>();
        for (Message message : messages) {
            if (message.isRequest() && succeeds(message, messages)) {
                causes.open.add(message);
            } else if (message.isResponse()) {
                causes.answered(message);
            } else if (message.isEvent() && EFFECTS.contains(message.name())) {
                causes.unansweredOf(message)
                        .forEach(request -> violations.add("Before the response to " + request + ": " + message));
                causes.answered.clear();
            }
        }
        return violations.stream();
    }

    private static boolean succeeds(Message request, List<Message> messages) {
        return messages.stream()
                .anyMatch(message -> message.isSuccessOf(request.name()) && message.requestSeq() == request.seq());
    }

    /** A recording ends by itself, and has the same reason. */
    private static boolean isPause(Message stop) {
        String text = stop.json().toString();
        return text.contains("\"reason\":\"pause\"") && !text.contains("End of the recording");
    }

    /** Where threads stop one by one, one that ran before may stop while another is to be resumed. */
    private static boolean isOfAnotherThread(Message request, Message effect) {
        JsonObject stop = effect.json().getAsJsonObject("body");
        JsonObject arguments = request.json().getAsJsonObject("arguments");
        return stop != null
                && arguments != null
                && stop.has("allThreadsStopped")
                && !stop.get("allThreadsStopped").getAsBoolean()
                && !Objects.equals(stop.get("threadId"), arguments.get("threadId"));
    }

    /** The requests that wait for their response, and the commands that were answered since the last stop. */
    private static final class Causes {
        private final List<Message> open = new ArrayList<>();
        private final Set<String> answered = new HashSet<>();

        private void answered(Message response) {
            open.removeIf(request -> request.seq() == response.requestSeq());
            if (response.succeeded()) {
                answered.add(response.name());
            }
        }

        private Stream<Message> unansweredOf(Message effect) {
            return open.stream()
                    .filter(request -> mustHaveCaused(request.name(), effect) && !isOfAnotherThread(request, effect));
        }

        private boolean mustHaveCaused(String command, Message effect) {
            if (command.equals("pause")) {
                return isPause(effect) && !answered.contains("pause");
            }
            boolean running = answered.contains("launch") || RESUMES.stream().anyMatch(answered::contains);
            return STARTS.contains(command) || RESUMES.contains(command) && !running;
        }
    }
}
