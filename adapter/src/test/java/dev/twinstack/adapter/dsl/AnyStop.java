package dev.twinstack.adapter.dsl;

import java.time.Duration;
import java.util.Optional;

/** Stops of which a test does not know why or whether they come. */
public final class AnyStop {
    private static final Duration MOMENT = Duration.ofMillis(2);

    private AnyStop() {}

    /** The next stop, if it comes within that time; the program's end is a failure. */
    public static Optional<Stop> within(Duration time, DebugSession session) {
        long deadline = System.nanoTime() + time.toNanos();
        Optional<Stop> stop = now(session);
        while (stop.isEmpty() && System.nanoTime() < deadline) {
            await(MOMENT);
            stop = now(session);
        }
        return stop;
    }

    /** A stop that was told and that nobody has looked at. */
    public static Optional<Stop> now(DebugSession session) {
        EventQueue events = session.client().events();
        if (events.isClosed()
                || events.find(event -> event.name().equals("terminated")).isPresent()) {
            throw new AssertionError("The session has ended.");
        }
        return events.find(event -> event.name().equals("stopped")).map(event -> new Stop(session, event));
    }

    /** Looks at no stop any more that was told before the program was made to run on, as that answer says. */
    public static void forgetBefore(Response resumed, DebugSession session) {
        session.client().events().forget(event -> event.name().equals("stopped") && event.seq() < resumed.seq());
    }

    private static void await(Duration moment) {
        try {
            Thread.sleep(moment.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a stop.", e);
        }
    }
}
