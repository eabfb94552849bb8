package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;

/** Threads that stand and run each for itself. */
public final class NonStop {
    private NonStop() {}

    /** Waits for the next stop, which has this reason and is of its thread alone. */
    public static Stop stopped(DebugSession session, String reason) {
        Event event = session.client().event("stopped");
        assertThat(event.text("reason")).as("reason of %s", event).isEqualTo(reason);
        assertThat(Json.flag(event.body(), "allThreadsStopped"))
                .as("allThreadsStopped")
                .isFalse();
        return new Stop(session, event);
    }

    /** Stops that thread. */
    public static Stop pause(DebugSession session, int thread) {
        session.ask("pause", Json.object("threadId", thread));
        Stop stop = stopped(session, "pause");
        assertThat(stop.threadId()).isEqualTo(thread);
        return stop;
    }

    /** Lets the thread run on that has stopped, and no other. */
    public static void resume(Stop stop) {
        JsonObject answer =
                stop.session().ask("continue", Stepping.thread(stop)).body();
        assertThat(Json.flag(answer, "allThreadsContinued"))
                .as("allThreadsContinued")
                .isFalse();
    }

    /** A step of the thread that has stopped: the stop at its end. */
    public static Stop step(String command, Stop stop) {
        stop.session().ask(command, Stepping.thread(stop));
        Stop end = stopped(stop.session(), "step");
        assertThat(end.threadId()).isEqualTo(stop.threadId());
        return end;
    }
}
