package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;

/** What of stepping goes beyond {@code next}, {@code stepIn} and {@code stepOut}. */
public final class Stepping {
    private Stepping() {}

    /** A step of this granularity (DAP: SteppingGranularity), and the stop at its end. */
    public static Stop step(String command, Stop stop, String granularity) {
        stop.session().ask(command, Json.object("threadId", stop.threadId(), "granularity", granularity));
        return stop.session().stopped("step");
    }

    /** The arguments of a request that is about the thread which stopped. */
    public static JsonObject thread(Stop stop) {
        return Json.object("threadId", stop.threadId());
    }

    /** The address at which the thread stands. */
    public static String pc(Stop stop) {
        JsonObject newest = Json.object("threadId", stop.threadId(), "startFrame", 0, "levels", 1);
        JsonObject body = stop.session().ask("stackTrace", newest).body();
        return Json.list(
                        body,
                        "stackFrames",
                        frame -> Json.text(frame, "instructionPointerReference").orElse(""))
                .get(0);
    }
}
