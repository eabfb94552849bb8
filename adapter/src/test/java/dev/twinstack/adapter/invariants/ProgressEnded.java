package dev.twinstack.adapter.invariants;

import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code progressStart} begins {@code progressEnd} ends, once, and nothing else is told of it before or after. */
final class ProgressEnded implements Invariant {
    @Override
    public Stream<String> violations(List<Message> messages) {
        Set<String> shown = new LinkedHashSet<>();
        List<String> stray = messages.stream()
                .filter(Message::isEvent)
                .filter(event -> event.name().startsWith("progress") && !isExpected(event, shown))
                .map(event -> "A progress event out of turn: " + event)
                .toList();
        return Stream.concat(stray.stream(), shown.stream().map(id -> "A progress that never ends: " + id));
    }

    private static boolean isExpected(Message event, Set<String> shown) {
        String id = Json.text(event.body(), "progressId").orElse("");
        return switch (event.name()) {
            case "progressStart" -> shown.add(id);
            case "progressEnd" -> shown.remove(id);
            default -> shown.contains(id);
        };
    }
}
