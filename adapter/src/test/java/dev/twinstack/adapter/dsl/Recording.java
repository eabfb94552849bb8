package dev.twinstack.adapter.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All messages of one session, in the order in which the client wrote and read them. */
public final class Recording {
    private static final int LONGEST_LINE = 2000;

    private final List<Message> messages = new ArrayList<>();

    /** A recording of these messages. */
    public static Recording of(Message... messages) {
        Recording recording = new Recording();
        List.of(messages).forEach(recording::add);
        return recording;
    }

    synchronized void add(Message message) {
        messages.add(message);
    }

    /** What was recorded until now. */
    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    /** The transcript, a line per message, the longest lines cut. */
    public String text() {
        return messages().stream().map(message -> shortened(message.toString())).collect(Collectors.joining("\n"));
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
