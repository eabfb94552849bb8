package dev.twinstack.mi;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The last lines said between this side and GDB, with times, for logs and failing tests.
 *
 * <p>Bounded both ways: the oldest lines are dropped, and a long line is cut. Thread-safe.
 */
public final class MiTranscript {
    private static final int DEFAULT_LINES = 2000;
    private static final int MAX_LINE = 2000;

    private final Deque<Line> lines = new ArrayDeque<>();
    private final int capacity;
    private final Clock clock;
    private long dropped;
    private Consumer<String> copy;

    /** How times are shown: made when the first line is read, as making it takes a start some milliseconds. */
    private static final class Format {
        private static final DateTimeFormatter TIME =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    }

    /** A line and its time; formatted only when somebody reads it, which is rare. */
    private record Line(Instant time, String mark, String text) {
        String shown() {
            return Format.TIME.format(time) + " " + mark + text + "\n";
        }
    }

    public MiTranscript() {
        this(DEFAULT_LINES);
    }

    /** A transcript that keeps the last {@code capacity} lines. */
    public MiTranscript(int capacity) {
        this(capacity, Clock.systemUTC());
    }

    MiTranscript(int capacity, Clock clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    void sent(String line) {
        add("-> ", line);
    }

    void received(String line) {
        add("<- ", line);
    }

    /** A line of GDB's standard error. */
    void error(String line) {
        add("!! ", line);
    }

    /** How many bytes of a received line are worth decoding. */
    static int shown(int length) {
        return Math.min(length, 4 * MAX_LINE);
    }

    /** All kept lines, oldest first, each {@code time -> …} (sent), {@code <- …} (received) or {@code !! …} (stderr). */
    public synchronized String text() {
        String head = dropped == 0 ? "" : "(" + dropped + " earlier lines dropped)\n";
        return lines.stream().map(Line::shown).collect(Collectors.joining("", head, ""));
    }

    /** Gives {@code lineConsumer} what is kept now, and from now on every line as it is said. */
    public synchronized void copyTo(Consumer<String> lineConsumer) {
        lines.forEach(line -> lineConsumer.accept(line.shown()));
        copy = lineConsumer;
    }

    private synchronized void add(String mark, String line) {
        String cut = line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…";
        Line said = new Line(Instant.now(clock), mark, cut);
        lines.add(said);
        if (copy != null) {
            copy.accept(said.shown());
        }
        if (lines.size() > capacity) {
            lines.remove();
            dropped++;
        }
    }
}
