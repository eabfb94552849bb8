package dev.twinstack.adapter.dsl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Events that no test has looked at yet, and the debuggee's output; every wait is bounded. */
final class EventQueue {
    private final List<Event> events = new ArrayList<>();
    private final Output output = new Output();
    private boolean closed;

    synchronized void add(Event event) {
        if (event.name().equals("output")) {
            output.add(event.text("category"), event.text("output"));
        } else {
            events.add(event);
        }
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Takes the first event that fits, waiting for it. */
    synchronized Event take(String what, Predicate<Event> fits, Duration patience) {
        List<Event> found = new ArrayList<>();
        waitUntil(what, patience, () -> find(fits).map(found::add).orElse(false));
        return found.get(0);
    }

    /** Waits for an event that fits, and leaves it there for others to take. */
    synchronized Event peek(String what, Predicate<Event> fits, Duration patience) {
        waitUntil(what, patience, () -> events.stream().anyMatch(fits));
        return events.stream().filter(fits).findFirst().orElseThrow();
    }

    /** Takes the first event that fits if it has come already. */
    synchronized Optional<Event> find(Predicate<Event> fits) {
        for (Iterator<Event> iterator = events.iterator(); iterator.hasNext(); ) {
            Event event = iterator.next();
            if (fits.test(event)) {
                iterator.remove();
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** Takes all events that fit and have come already. */
    synchronized void forget(Predicate<Event> which) {
        events.removeIf(which);
    }

    /** Waits until the output fits, and gives a copy of it. */
    synchronized Output output(String what, Predicate<Output> fits, Duration patience) {
        waitUntil(what, patience, () -> fits.test(output));
        return output.copy();
    }

    synchronized void awaitClosed(Duration patience) {
        waitUntil("the end of the server's stream", patience, () -> closed);
    }

    private void waitUntil(String what, Duration patience, BooleanSupplier done) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (closed || left <= 0) {
                throw new AssertionError(
                        (closed ? "The server closed the connection instead of " : "Waited " + patience + " for ")
                                + what + "; unread events: " + events);
            }
            pause(left);
        }
    }

    private void pause(long milliseconds) {
        try {
            wait(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the server.", e);
        }
    }
}
