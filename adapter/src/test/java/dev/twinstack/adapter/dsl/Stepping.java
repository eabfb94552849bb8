package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.util.List;

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

    /** The labels of the calls that can be stepped into from the newest frame. */
    public static List<String> targets(Stop stop) {
        return Json.list(stepInTargets(stop).body(), "targets", Stepping::label);
    }

    /** A step into the call with that label. */
    public static Stop stepInto(Stop stop, String label) {
        int target = idOf(stepInTargets(stop), label);
        stop.session().ask("stepIn", Json.object("threadId", stop.threadId(), "targetId", target));
        return stop.session().stopped("step");
    }

    private static Response stepInTargets(Stop stop) {
        return stop.session()
                .ask("stepInTargets", Json.object("frameId", stop.top().id()));
    }

    /** The answer to where a marked line can be gone to, good or bad. */
    public static Response gotoTargets(Stop stop, String fileAndMark) {
        Place place = stop.session().program().at(fileAndMark);
        JsonObject source = Json.object("path", place.file().toString());
        return stop.session().client().ask("gotoTargets", Json.object("source", source, "line", place.line()));
    }

    /** The thread goes on at a marked line: the stop there. */
    public static Stop goTo(Stop stop, String fileAndMark) {
        Response targets = gotoTargets(stop, fileAndMark).succeeded();
        int target = Json.list(targets.body(), "targets", Stepping::id).get(0);
        stop.session().ask("goto", Json.object("threadId", stop.threadId(), "targetId", target));
        return stop.session().stopped("goto").at(fileAndMark);
    }

    private static int idOf(Response targets, String label) {
        return Json.list(targets.body(), "targets", target -> target).stream()
                .filter(target -> label(target).equals(label))
                .map(Stepping::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No target " + label + " in " + targets));
    }

    private static String label(JsonObject target) {
        return Json.text(target, "label").orElse("");
    }

    private static int id(JsonObject target) {
        return Json.integer(target, "id").orElseThrow();
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
